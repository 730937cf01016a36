package org.chartseal.views.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.timeline.model.Extent;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Measure;
import org.chartseal.views.timeline.model.TimelineItem;
import org.jspecify.annotations.Nullable;

/**
 * What an entry puts on the timeline: itself, and each statement of its resources that has a lane
 * of its own.
 */
final class TimelineItems {

  /** Parts the name of an entry from the number of a statement in it. */
  private static final char WITHIN = '#';

  private static final Pattern QUANTITY = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*(\\S.*)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final String PERIOD = " – ";
  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;
  private static final int DAY_LENGTH = 10;

  private final ZoneId zone;

  TimelineItems(ZoneId zone) {
    this.zone = zone;
  }

  /** The entry of an item. */
  static String entry(String itemId) {
    int end = itemId.indexOf(WITHIN);
    return end < 0 ? itemId : itemId.substring(0, end);
  }

  /** The items of an entry; none of one that has no date. */
  List<TimelineItem> of(RecordItem item) {
    List<TimelineItem> items = new ArrayList<>();
    Optional<Instant> date = instant(item.date());
    if (date.isEmpty()) {
      return items;
    }
    Grade grade = grade(item.grade());
    items.add(TimelineItem.moment(item.name(), lane(item), date.get(), item.title(), grade));
    for (int i = 0; i < item.lines().size(); i++) {
      TimelineItem found = of(item.lines().get(i), item.name() + WITHIN + i, date.get(), grade);
      if (found != null) {
        items.add(found);
      }
    }
    return items;
  }

  private @Nullable TimelineItem of(EntryView.Line line, String id, Instant fallback, Grade grade) {
    LaneKind lane = lane(line.type());
    if (lane == null) {
      return null;
    }
    int dash = line.date().indexOf(PERIOD);
    String begin = dash < 0 ? line.date() : line.date().substring(0, dash);
    Instant start = instant(begin.strip()).orElse(fallback);
    Optional<Instant> end =
        dash < 0
            ? Optional.empty()
            : instant(line.date().substring(dash + PERIOD.length()).strip());
    return new TimelineItem(
        id,
        lane,
        start,
        extent(lane, line, start, end),
        line.label(),
        grade,
        lane == LaneKind.RESULTS ? measure(line) : null);
  }

  private static Extent extent(
      LaneKind lane, EntryView.Line line, Instant start, Optional<Instant> end) {
    if (end.isPresent() && !end.get().isBefore(start)) {
      return new Extent.Until(end.get());
    }
    boolean lasts = lane.form() == LaneKind.Form.SPANS;
    return lasts && line.isCurrent() ? new Extent.Ongoing() : new Extent.Moment();
  }

  private static @Nullable Measure measure(EntryView.Line line) {
    Matcher quantity = QUANTITY.matcher(line.value());
    if (!quantity.matches()) {
      return null;
    }
    String unit = quantity.group(2) == null ? "" : quantity.group(2).strip();
    double[] range = range(line.range());
    return new Measure(
        line.label() + '\n' + unit,
        line.label(),
        Double.parseDouble(quantity.group(1)),
        unit,
        range[0],
        range[1]);
  }

  /** Two numbers in a reference range are its ends; anything else says nothing. */
  private static double[] range(String text) {
    double[] ends = {Double.NaN, Double.NaN};
    int dash = text.indexOf('–');
    if (dash >= 0) {
      ends[0] = first(text.substring(0, dash));
      ends[1] = first(text.substring(dash + 1));
    }
    return ends;
  }

  private static double first(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Double.parseDouble(number.group()) : Double.NaN;
  }

  private static LaneKind lane(RecordItem item) {
    return switch (item.kind()) {
      case ENCOUNTER -> LaneKind.ENCOUNTERS;
      case NOTE -> LaneKind.NOTES;
      case EOB, CLAIM, DECISION -> LaneKind.COSTS;
      default -> LaneKind.DOCUMENTS;
    };
  }

  private static @Nullable LaneKind lane(String type) {
    return switch (type) {
      case "Condition" -> LaneKind.CONDITIONS;
      case "AllergyIntolerance" -> LaneKind.ALLERGIES;
      case "MedicationRequest", "MedicationStatement" -> LaneKind.MEDICINES;
      case "Observation" -> LaneKind.RESULTS;
      case "ImagingStudy" -> LaneKind.IMAGING;
      case "Procedure" -> LaneKind.PROCEDURES;
      case "Immunization" -> LaneKind.IMMUNISATIONS;
      default -> null;
    };
  }

  private static Grade grade(Verdict.Grade grade) {
    return Grade.valueOf(grade.name().toUpperCase(Locale.ROOT));
  }

  /** A FHIR dateTime; a day, a month or a year is its first moment. */
  private Optional<Instant> instant(String dateTime) {
    try {
      return switch (dateTime.length()) {
        case 0 -> Optional.empty();
        case YEAR_LENGTH -> Optional.of(begin(Year.parse(dateTime).atDay(1)));
        case MONTH_LENGTH -> Optional.of(begin(YearMonth.parse(dateTime).atDay(1)));
        case DAY_LENGTH -> Optional.of(begin(LocalDate.parse(dateTime)));
        default -> Optional.of(OffsetDateTime.parse(dateTime).toInstant());
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
