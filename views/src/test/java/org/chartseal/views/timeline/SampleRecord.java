package org.chartseal.views.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.chartseal.views.timeline.model.Extent;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Measure;
import org.chartseal.views.timeline.model.TimelineItem;

/** A life's record that nobody lived: the same for the same size, newest first. */
final class SampleRecord {

  static final Instant BORN = Instant.parse("1979-05-14T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

  private record Test(
      String name, String unit, double low, double high, double mean, double spread) {}

  private static final List<Test> TESTS =
      List.of(
          new Test("HbA1c", "%", Double.NaN, 6.5, 6.4, 0.7),
          new Test("Systolic blood pressure", "mm[Hg]", 90, 140, 128, 12),
          new Test("LDL cholesterol", "mg/dL", Double.NaN, 130, 118, 22),
          new Test("Creatinine", "mg/dL", 0.6, 1.1, 0.9, 0.12),
          new Test("Haemoglobin", "g/dL", 12, 16, 13.4, 0.8),
          new Test("Glucose", "mg/dL", 70, 110, 104, 16),
          new Test("Body weight", "kg", Double.NaN, Double.NaN, 66, 3),
          new Test("Potassium", "mmol/L", 3.5, 5.1, 4.2, 0.3),
          new Test("TSH", "mIU/L", 0.4, 4, 2.1, 0.8),
          new Test("Sodium", "mmol/L", 136, 145, 140, 2));
  private static final String[] CONDITIONS = {
    "Essential hypertension",
    "Type 2 diabetes mellitus",
    "Hyperlipidaemia",
    "Seasonal rhinitis",
    "Migraine",
    "Iron deficiency anaemia",
    "Low back pain",
    "Acute bronchitis",
    "고혈압",
    "Sinusitis",
    "Urinary tract infection",
    "Gastro-oesophageal reflux"
  };
  private static final String[] MEDICINES = {
    "Metformin 500 mg", "Lisinopril 10 mg", "Atorvastatin 20 mg", "Amoxicillin 500 mg",
        "Ferrous sulfate",
    "Ibuprofen 400 mg", "Sumatriptan 50 mg", "Omeprazole 20 mg", "Cetirizine 10 mg", "아스피린 100 mg"
  };
  private static final String[] VISITS = {
    "General practice visit",
    "Diabetes clinic",
    "Emergency department",
    "외래 진료",
    "Cardiology consult"
  };
  private static final String[] PROCEDURES = {
    "Appendicectomy", "Colonoscopy", "Spirometry", "Electrocardiogram", "Retinal photography"
  };
  private static final String[] IMAGES = {"Chest X-ray", "MRI of knee", "CT abdomen", "Mammogram"};
  private static final String[] VACCINES = {"Influenza", "Tetanus", "Hepatitis B", "COVID-19"};
  private static final String[] DOCUMENTS = {"Discharge summary", "Referral letter", "진단서"};
  private static final String[] NOTES = {"Progress note", "Nursing note", "Telephone consult"};

  private final Random random = new Random(20261127);
  private final List<TimelineItem> items = new ArrayList<>();

  private SampleRecord() {}

  static List<TimelineItem> of(int size) {
    SampleRecord record = new SampleRecord();
    record.allergies();
    while (record.items.size() < size) {
      record.visit();
    }
    record.items.sort(Comparator.comparing(TimelineItem::start).reversed());
    return Collections.unmodifiableList(record.items.subList(0, size));
  }

  private void allergies() {
    Instant then = Instant.parse("1991-03-02T10:00:00Z");
    add(LaneKind.ALLERGIES, then, new Extent.Ongoing(), "Penicillin: anaphylaxis", null);
  }

  /** More and more often with the years, and in bursts. */
  private void visit() {
    double life = Duration.between(BORN, NOW).toMillis();
    double part = Math.pow(random.nextDouble(), 0.55);
    if (random.nextInt(5) == 0) {
      part = 0.62 + random.nextGaussian() * 0.006;
    }
    Instant day = BORN.plusMillis((long) (life * Math.clamp(part, 0, 0.9995)));
    int kind = random.nextInt(100);
    boolean stay = kind < 4;
    Extent visit = new Extent.Until(day.plus(stay ? days(2, 12) : Duration.ofMinutes(40)));
    add(LaneKind.ENCOUNTERS, day, visit, stay ? "Inpatient stay" : one(VISITS), null);
    if (kind < 60) {
      tests(day);
    }
    if (kind % 9 == 0) {
      lasting(LaneKind.CONDITIONS, day, one(CONDITIONS), 20, 400);
    }
    if (kind % 4 == 0) {
      lasting(LaneKind.MEDICINES, day, one(MEDICINES), 7, 120);
    }
    some(kind % 12 == 1, LaneKind.IMAGING, day, IMAGES);
    some(kind % 11 == 2, LaneKind.PROCEDURES, day, PROCEDURES);
    some(kind % 17 == 3, LaneKind.IMMUNISATIONS, day, VACCINES);
    some(kind % 3 == 0, LaneKind.DOCUMENTS, day, DOCUMENTS);
    some(kind % 3 == 1, LaneKind.NOTES, day, NOTES);
  }

  private void tests(Instant day) {
    double years = Duration.between(BORN, day).toDays() / 365.25;
    int first = random.nextInt(TESTS.size());
    for (int at = 0; at < 3; at++) {
      Test test = TESTS.get((first + at * at) % TESTS.size());
      double drift = Math.sin(years / 5 + first) * test.spread();
      double value = test.mean() + drift + random.nextGaussian() * test.spread() * 0.35;
      Measure measure =
          new Measure(
              test.name() + "|" + test.unit(),
              test.name(),
              Math.round(value * 10) / 10.0,
              test.unit(),
              test.low(),
              test.high());
      Instant drawn = day.plus(Duration.ofMinutes(15));
      add(LaneKind.RESULTS, drawn, new Extent.Moment(), test.name(), measure);
    }
  }

  private void lasting(LaneKind lane, Instant day, String title, int least, int most) {
    boolean lately = day.isAfter(NOW.minus(Duration.ofDays(500))) && random.nextInt(3) == 0;
    Instant end = day.plus(days(least, most));
    Extent extent = lately || end.isAfter(NOW) ? new Extent.Ongoing() : new Extent.Until(end);
    add(lane, day, extent, title, null);
  }

  private void some(boolean happened, LaneKind lane, Instant day, String[] titles) {
    if (happened) {
      add(lane, day.plus(Duration.ofMinutes(20)), new Extent.Moment(), one(titles), null);
    }
  }

  private Duration days(int least, int most) {
    return Duration.ofHours(24L * random.nextInt(least, most));
  }

  private String one(String[] titles) {
    return titles[random.nextInt(titles.length)];
  }

  private void add(LaneKind lane, Instant start, Extent extent, String title, Measure measure) {
    String id = "e" + items.size();
    items.add(new TimelineItem(id, lane, start, extent, title, grade(start), measure));
  }

  private Grade grade(Instant start) {
    if (start.isBefore(BORN.plus(Duration.ofDays(365 * 12)))) {
      return Grade.UNKNOWN;
    }
    return switch (random.nextInt(1500)) {
      case 0 -> Grade.FAILED;
      case 1, 2 -> Grade.DOUBTFUL;
      case 3, 4, 5 -> Grade.RETRACTED;
      default -> Grade.PROVEN;
    };
  }
}
