package org.chartseal.views.timeline;

import java.util.Locale;
import java.util.Map;
import org.chartseal.views.timeline.draw.TimelineText;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;

/** The timeline's words for tests and pictures. */
record SampleText(Locale locale) implements TimelineText {

  static final SampleText ENGLISH = new SampleText(Locale.UK);
  static final SampleText KOREAN = new SampleText(Locale.KOREA);

  private static final Map<LaneKind, String> LANES =
      Map.ofEntries(
          Map.entry(LaneKind.ENCOUNTERS, "진료"),
          Map.entry(LaneKind.CONDITIONS, "질환"),
          Map.entry(LaneKind.ALLERGIES, "알레르기"),
          Map.entry(LaneKind.MEDICINES, "약물"),
          Map.entry(LaneKind.RESULTS, "검사 결과"),
          Map.entry(LaneKind.IMAGING, "영상"),
          Map.entry(LaneKind.PROCEDURES, "시술·수술"),
          Map.entry(LaneKind.IMMUNISATIONS, "예방접종"),
          Map.entry(LaneKind.DOCUMENTS, "문서"),
          Map.entry(LaneKind.NOTES, "기록"),
          Map.entry(LaneKind.COSTS, "비용"));

  private boolean korean() {
    return locale.getLanguage().equals("ko");
  }

  @Override
  public String lane(LaneKind kind) {
    String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    return korean() ? LANES.get(kind) : name;
  }

  @Override
  public String grade(Grade grade) {
    return switch (grade) {
      case PROVEN -> korean() ? "검증됨" : "Proven";
      case UNKNOWN -> korean() ? "확인 중" : "Checking";
      case RETRACTED -> korean() ? "철회됨" : "Taken back by its author";
      case DOUBTFUL -> korean() ? "의심됨" : "Doubtful";
      case FAILED -> korean() ? "검증 실패" : "Failed: not what its author signed";
    };
  }

  @Override
  public String entries(int count) {
    return korean()
        ? "항목 %,d개".formatted(count)
        : count == 1 ? "1 entry" : "%,d entries".formatted(count);
  }

  @Override
  public String found(int count) {
    return korean() ? "%,d개 찾음".formatted(count) : "%,d found".formatted(count);
  }

  @Override
  public String moreSeries(int count) {
    return korean() ? "+%d개 검사".formatted(count) : "+%d more tests".formatted(count);
  }

  @Override
  public String ongoing() {
    return korean() ? "현재" : "now";
  }

  @Override
  public String sameMoment() {
    return korean() ? "클릭하면 하나씩 봅니다" : "Click to go through them";
  }

  @Override
  public String nothing() {
    return korean() ? "이 범위에 항목이 없습니다" : "Nothing here yet";
  }

  @Override
  public String help() {
    return korean()
        ? "화살표 키로 이동, 더하기와 빼기로 확대와 축소, 엔터로 열기"
        : "Arrow keys move, plus and minus zoom, Enter opens, Space folds a lane";
  }
}
