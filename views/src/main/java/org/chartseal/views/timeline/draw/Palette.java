package org.chartseal.views.timeline.draw;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/** The colours of a frame, and their tints on the background, which are opaque. */
public final class Palette {

  private static final double FAINT = 0.10;
  private static final double STEP = 0.10;
  private static final int TINTS = 4;

  private final Map<Ink, Color> colours;
  private final Map<Ink, Color[]> tints = new EnumMap<>(Ink.class);

  /**
   * @param colours one for each ink
   */
  public Palette(Map<Ink, Color> colours) {
    this.colours = new EnumMap<>(colours);
    Color ground = of(Ink.BACKGROUND);
    colours.forEach((ink, colour) -> {
      Color[] steps = new Color[TINTS];
      for (int step = 0; step < TINTS; step++) {
        steps[step] = ground.interpolate(colour, FAINT + STEP * step);
      }
      tints.put(ink, steps);
    });
  }

  Color of(Ink ink) {
    return colours.getOrDefault(ink, Color.TRANSPARENT);
  }

  /** The colour thinned by the background: 0 hardly to be seen, 3 clear. */
  Color tint(Ink ink, int step) {
    Color[] steps = tints.get(ink);
    return steps == null ? Color.TRANSPARENT : steps[Math.clamp(step, 0, TINTS - 1)];
  }
}
