package org.chartseal.views.shell;

import java.util.List;

/**
 * What a shell is put together from.
 *
 * @param destinations the rail, from the top; the last one stands apart at its end
 * @param network on what kind of network it stands
 * @param finder finds what this person may see, beside screens and commands
 */
public record Frame(
    Occupant occupant,
    List<Destination> destinations,
    StatusSource status,
    Exits exits,
    Network network,
    Finder finder) {

  public Frame {
    destinations = List.copyOf(destinations);
  }

  /** On what kind of network the shell stands. */
  public enum Network {
    SAMPLE,
    REAL
  }

  /** The ways out of the shell. */
  public interface Exits {
    /** Forgets everything that was decrypted and asks for the PIN again. */
    void lock();

    /** Another person takes this window. */
    void switchPerson();

    /** Opens another window on the same home. */
    void newWindow();
  }
}
