package org.chartseal.views.kit.table;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/**
 * How a cell looks.
 *
 * @param icon before the text, for what must not be told by colour alone
 * @param style class that gives the colour, or empty
 */
public record Look(String text, Optional<Ikon> icon, String style) {

  public static Look text(String text) {
    return new Look(text, Optional.empty(), "");
  }

  /** A word that means something good or bad. */
  public static Look word(String text, Ikon icon, String style) {
    return new Look(text, Optional.of(icon), style);
  }
}
