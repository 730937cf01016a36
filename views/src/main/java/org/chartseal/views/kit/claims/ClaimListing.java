package org.chartseal.views.kit.claims;

import java.util.List;
import javafx.scene.Node;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.ScreenAct;

/** A list of claims as a {@link ClaimsPlace} shows it. */
public interface ClaimListing {

  /** The list's node. */
  Node view();

  /** Follows the language from now on. */
  void attach();

  /** Follows nothing any more. */
  void detach();

  /** What can be done with it at the moment. */
  List<ScreenAct> acts();

  /** They are being read again; what was there stays until then. */
  void refreshing();

  /** A reader comes back from a claim that was opened: its row has the keyboard. */
  void comeBack(ClaimRow from);

  /** What was read before stays, and is said to be of then, with what is in the way. */
  void stale(Fault fault);
}
