package org.chartseal.views.kit.claims;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Where the claims of a {@link ClaimsPlace} come from, and which of them it shows. */
public interface ClaimSource {

  /** The claims of all hospitals; off the JavaFX thread. */
  List<ReceivedClaim> received(Progress progress) throws RefusedException;

  /**
   * Whether something seems to have come, or to have become final, since they were read the last
   * time; cheap, and off the JavaFX thread.
   */
  boolean moved() throws RefusedException;

  /** What is said while they are read for the first time. */
  ObservableValue<String> reading();

  /** Shows those of them that belong here; they were read just now. */
  void show(List<ClaimRow> all);

  /** One of them was changed from here; the others are as they were read. */
  void changed(List<ClaimRow> all);
}
