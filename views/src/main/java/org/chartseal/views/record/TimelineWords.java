package org.chartseal.views.record;

import java.util.Locale;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.timeline.draw.TimelineText;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;

/** The timeline's words in the window's language. */
final class TimelineWords implements TimelineText {

  private final Kit kit;
  private final Texts texts;

  TimelineWords(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(TimelineWords.class);
  }

  @Override
  public Locale locale() {
    return kit.formats().locale();
  }

  @Override
  public String lane(LaneKind kind) {
    return texts.word("lane", kind);
  }

  @Override
  public String grade(Grade grade) {
    return texts.word("grade", grade);
  }

  @Override
  public String entries(int count) {
    return texts.get("timeline.entries", count);
  }

  @Override
  public String found(int count) {
    return texts.get("timeline.found", count);
  }

  @Override
  public String moreSeries(int count) {
    return texts.get("timeline.more", count);
  }

  @Override
  public String ongoing() {
    return texts.get("timeline.ongoing");
  }

  @Override
  public String sameMoment() {
    return texts.get("timeline.same");
  }

  @Override
  public String nothing() {
    return texts.get("timeline.nothing");
  }

  @Override
  public String help() {
    return texts.get("timeline.help");
  }
}
