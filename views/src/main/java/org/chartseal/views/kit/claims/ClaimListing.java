package org.chartseal.views.kit.claims;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** A list of claims as a {@link ClaimsPlace} shows it. */
public interface ClaimListing {

  /** The claims of all hospitals; off the JavaFX thread. */
  List<ReceivedClaim> received(Progress progress) throws RefusedException;

  /** What is said while they are read for the first time. */
  ObservableValue<String> reading();

  /** Shows those of them that belong here. */
  void show(List<ClaimRow> all);

  /** They are being read again; what was there stays until then. */
  void refreshing();

  /** What was read before stays, with what is in the way. */
  void trouble(Fault fault);

  /** The list's node. */
  Node view();

  /** Follows the language from now on. */
  void attach();

  /** Follows nothing any more. */
  void detach();
}
