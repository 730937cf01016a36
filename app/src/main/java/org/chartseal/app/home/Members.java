package org.chartseal.app.home;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom the insurer of this home insures: {@code members.json}. */
public final class Members {

  private static final int VERSION = 1;
  private static final String NAME = "members.json";

  /** The file. */
  record Content(int version, List<Line> members) {}

  /** One member in the file; an empty end is none. */
  record Line(
      String member,
      long insurer,
      String patient,
      String plan,
      String from,
      String until,
      boolean secondary) {}

  /**
   * Somebody who is insured.
   *
   * @param member the insurer's id of them
   * @param insurer its number
   * @param patient alias of the patient
   * @param plan id in the rule pack
   * @param until the last day, where there is one
   * @param secondary whether another payer takes what the plan's coinsurance leaves
   */
  public record Insured(
      String member,
      long insurer,
      String patient,
      String plan,
      LocalDate from,
      Optional<LocalDate> until,
      boolean secondary) {}

  private final HomeFolder home;
  private final JsonFile<Content> file;

  public Members(HomeFolder home) {
    this.home = home;
    this.file = new JsonFile<>(home.root().resolve(NAME), VERSION, Content.class);
  }

  /** All of them. */
  public List<Insured> all() throws HomeException {
    List<Insured> members = new ArrayList<>();
    try {
      for (Line line : file.read().map(Content::members).orElse(List.of())) {
        members.add(
            new Insured(
                line.member(),
                line.insurer(),
                line.patient(),
                line.plan(),
                LocalDate.parse(line.from()),
                line.until().isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(line.until())),
                line.secondary()));
      }
    } catch (DateTimeException e) {
      throw HomeFaults.damaged(NAME);
    }
    return members;
  }

  /** Adds one, or replaces who had the member id. */
  public void put(Insured insured) throws HomeException {
    try (HomeLock _ = HomeLock.take(home)) {
      List<Line> lines = new ArrayList<>();
      for (Insured known : all()) {
        if (!known.member().equals(insured.member())) {
          lines.add(line(known));
        }
      }
      lines.add(line(insured));
      file.write(new Content(VERSION, lines));
    }
  }

  private static Line line(Insured insured) {
    return new Line(
        insured.member(),
        insured.insurer(),
        insured.patient(),
        insured.plan(),
        insured.from().toString(),
        insured.until().map(LocalDate::toString).orElse(""),
        insured.secondary());
  }
}
