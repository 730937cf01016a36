package org.chartseal.views.timeline.draw;

import java.util.Locale;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;

/** The words of a timeline, in the reader's language. */
public interface TimelineText {

  /** How dates and numbers are written. */
  Locale locale();

  /** A lane's name. */
  String lane(LaneKind kind);

  /** What is said of an item of this grade. */
  String grade(Grade grade);

  /** That many entries. */
  String entries(int count);

  /** That a search found so many of them. */
  String found(int count);

  /** That many more series have no line of their own. */
  String moreSeries(int count);

  /** That something has not ended. */
  String ongoing();

  /** How to see one by one what lies at the same moment. */
  String sameMoment();

  /** That there is nothing to be seen. */
  String nothing();

  /** What the whole is, for those who do not see it, and which keys work. */
  String help();
}
