package org.chartseal.views.timeline.model;

/** The lanes, from top to bottom. */
public enum LaneKind {
  ENCOUNTERS(Form.MARKS),
  CONDITIONS(Form.SPANS),
  ALLERGIES(Form.SPANS),
  MEDICINES(Form.SPANS),
  RESULTS(Form.TRENDS),
  IMAGING(Form.MARKS),
  PROCEDURES(Form.MARKS),
  IMMUNISATIONS(Form.MARKS),
  DOCUMENTS(Form.MARKS),
  NOTES(Form.MARKS),
  COSTS(Form.MARKS);

  /** How a lane is drawn when it is open. */
  public enum Form {
    /** One row; what lasts is a bar behind the marks. */
    MARKS,
    /** A row for each of the bars that overlap in time. */
    SPANS,
    /** A row for each measured series. */
    TRENDS
  }

  private final Form form;

  LaneKind(Form form) {
    this.form = form;
  }

  /** How it is drawn when it is open. */
  public Form form() {
    return form;
  }
}
