package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.LaneKind;

/** What has a colour of its own; the style sheet says which. */
public enum Ink {
  BACKGROUND("background"),
  HEADER("header"),
  GRID("grid"),
  GRID_STRONG("grid-strong"),
  TEXT("text"),
  MUTED("muted"),
  ACCENT("accent"),
  TODAY("today"),
  REFERENCE("reference"),
  OUTSIDE("outside"),
  DENSITY("density"),
  DOUBTFUL("doubtful"),
  FAILED("failed"),
  ENCOUNTERS("lane-encounters"),
  CONDITIONS("lane-conditions"),
  ALLERGIES("lane-allergies"),
  MEDICINES("lane-medicines"),
  RESULTS("lane-results"),
  IMAGING("lane-imaging"),
  PROCEDURES("lane-procedures"),
  IMMUNISATIONS("lane-immunisations"),
  DOCUMENTS("lane-documents"),
  NOTES("lane-notes"),
  COSTS("lane-costs");

  private final String name;

  Ink(String name) {
    this.name = name;
  }

  /** The style sheet's property. */
  public String property() {
    return "-cs-ink-" + name;
  }

  /** The colour of a lane. */
  public static Ink of(LaneKind kind) {
    return switch (kind) {
      case ENCOUNTERS -> ENCOUNTERS;
      case CONDITIONS -> CONDITIONS;
      case ALLERGIES -> ALLERGIES;
      case MEDICINES -> MEDICINES;
      case RESULTS -> RESULTS;
      case IMAGING -> IMAGING;
      case PROCEDURES -> PROCEDURES;
      case IMMUNISATIONS -> IMMUNISATIONS;
      case DOCUMENTS -> DOCUMENTS;
      case NOTES -> NOTES;
      case COSTS -> COSTS;
    };
  }
}
