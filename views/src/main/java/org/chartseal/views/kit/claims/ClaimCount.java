package org.chartseal.views.kit.claims;

import java.time.Instant;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/** Says how many of a list's claims are shown, and whether that is of now. */
public final class ClaimCount extends Label {

  private final Kit kit;
  private final Texts texts;
  private int total;
  private @Nullable Instant read;
  private boolean stale;

  public ClaimCount(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(ClaimCount.class);
    getStyleClass().add("cs-quiet");
  }

  /** So many were read just now. */
  public void read(int claims) {
    total = claims;
    read = Instant.now();
    stale = false;
  }

  /** So many are left of what was read. */
  public void changed(int claims) {
    total = claims;
  }

  /** Whether what was read still holds is not known. */
  public void stale() {
    stale = true;
  }

  /** They are being read again. */
  public void refreshing() {
    setText(texts.get("refreshing"));
  }

  /** Says how many of them are shown. */
  public void show(int shown) {
    Instant then = then();
    setText(
        then == null
            ? texts.get("count", shown, total)
            : texts.get("stale.count", kit.formats().moment(then), shown, total));
  }

  /**
   * What to say where no claim is shown.
   *
   * @param unfit there are some, and none fits the filter
   * @param none there is none
   * @param then there was none when they were read, at the moment that it is given
   */
  public String nothing(String unfit, String none, UnaryOperator<String> then) {
    if (total > 0) {
      return unfit;
    }
    Instant moment = then();
    return moment == null ? none : then.apply(kit.formats().moment(moment));
  }

  private @Nullable Instant then() {
    return stale ? read : null;
  }
}
