package org.chartseal.views.settings;

import java.time.LocalDate;
import java.util.List;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/** What the settings tell. */
public interface SettingsDesk {

  /** A fact and its value. */
  record Fact(Name name, String value) {}

  /** What is told. */
  enum Name {
    HOME,
    CHAIN,
    LEDGER,
    SETTLEMENT,
    TOKEN,
    ENDPOINTS,
    QUORUM,
    FINALITY,
    VERSION,
    JAVA
  }

  /** A member of the network. */
  record Actor(String number, String name, LocalDate certificateUntil) {}

  /** The network, and where this home is. */
  List<Fact> network() throws RefusedException;

  /** The members that the directory lists. */
  List<Actor> actors() throws RefusedException;

  /** What this program is. */
  List<Fact> about();

  /** What is wrong with this home, and what to do; nothing when all is well. */
  List<Fault> examine() throws RefusedException;
}
