package org.chartseal.views.kit.state;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.jspecify.annotations.Nullable;

/** What there is to say above a list: what is in the way, and what was done. */
public final class Notices extends VBox {

  private final Kit kit;
  private @Nullable FaultLabel stale;

  public Notices(Kit kit) {
    this.kit = kit;
    getStyleClass().add("cs-notices");
    visibleProperty().bind(Bindings.isNotEmpty(getChildren()));
    managedProperty().bind(visibleProperty());
  }

  /**
   * Says what is in the way, in place of what was before.
   *
   * @param id of its node
   */
  public void trouble(String id, Fault fault) {
    put(label(id, fault));
  }

  /** The same of what could not be read again, until it is. */
  public void stale(String id, Fault fault) {
    FaultLabel label = label(id, fault);
    stale = label;
    put(label);
  }

  /** It was read again; what else was in the way is for whoever reads it. */
  public void fresh() {
    if (stale != null) {
      getChildren().remove(stale);
      stale = null;
    }
  }

  private FaultLabel label(String id, Fault fault) {
    FaultLabel label = new FaultLabel(kit);
    label.setId(id);
    label.show(fault);
    return label;
  }

  /** Nothing is in the way any more. */
  public void clear() {
    drop(FaultLabel.class);
  }

  /** Shows something in place of what there was of its kind. */
  public void put(Node notice) {
    drop(notice.getClass());
    getChildren().add(notice);
  }

  /** Shows these and nothing else. */
  public void only(Node... notices) {
    getChildren().setAll(notices);
  }

  /** Takes away what there is of a kind. */
  public void drop(Class<? extends Node> kind) {
    getChildren().removeIf(kind::isInstance);
  }
}
