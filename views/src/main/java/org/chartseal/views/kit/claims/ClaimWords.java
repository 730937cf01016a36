package org.chartseal.views.kit.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.StringBinding;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.desk.ReceivedClaim.Standing;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Claims in words, and the columns that every table of claims has. */
public final class ClaimWords {

  private static final String NOTHING = "–";

  private final Kit kit;
  private final Texts texts;
  private final FaultTexts faults;

  public ClaimWords(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(ClaimWords.class);
    this.faults = new FaultTexts(kit.localisation());
  }

  /** A claim's number, as far as people need it. */
  public static String number(Hash32 claim) {
    return ClaimRow.number(claim);
  }

  /** The number of a row's claim, if it could be read. */
  public static String number(ClaimRow row) {
    return row.number().isEmpty() ? NOTHING : row.number();
  }

  /** An amount, or a dash. */
  public String money(Optional<Money> amount) {
    return amount.map(kit.formats()::money).orElse(NOTHING);
  }

  /** How far a claim is, in icon, word and colour. */
  public Look stage(ClaimRow row) {
    Ikon icon =
        switch (row.stage()) {
          case OPEN -> Material2AL.INBOX;
          case PERSON -> Material2MZ.PERSON;
          case REFUSED -> Material2MZ.WARNING;
          case ON_ITS_WAY -> Material2MZ.SYNC;
          case DECIDED -> Material2AL.CHECK_CIRCLE;
          case PAID -> Material2MZ.PAYMENT;
        };
    String style =
        switch (row.stage()) {
          case OPEN, ON_ITS_WAY -> "cs-accent";
          case PERSON, REFUSED -> "cs-caution";
          case DECIDED, PAID -> "cs-proven";
        };
    return Look.word(texts.word("stage", row.stage()), icon, style);
  }

  /** Why a claim waits; empty when it does not. */
  public String why(ClaimRow row) {
    if (row.received().standing() instanceof Standing.Refused(var fault)) {
      return faults.sentence(fault);
    }
    return switch (row.stage()) {
      case OPEN -> texts.get("why.open");
      case PERSON -> texts.get("why.person", row.lines(Outcome.NEEDS_PERSON), row.lines());
      case REFUSED, ON_ITS_WAY, DECIDED, PAID -> "";
    };
  }

  /** What was decided about a line, in icon, word and colour. */
  public Look outcome(Outcome outcome) {
    String word = texts.word("outcome", outcome);
    return switch (outcome) {
      case APPROVED -> Look.word(word, Material2AL.CHECK_CIRCLE, "cs-proven");
      case DENIED -> Look.word(word, Material2AL.BLOCK, "cs-failed");
      case NEEDS_PERSON -> Look.word(word, Material2MZ.PERSON, "cs-caution");
    };
  }

  /** How many lines came to what. */
  public String outcomes(ClaimRow row) {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (row.lines(outcome) > 0) {
        parts.add(
            texts.get("outcomes." + outcome.name().toLowerCase(Locale.ROOT), row.lines(outcome)));
      }
    }
    return String.join(" · ", parts);
  }

  /** Reason codes as X12 writes them, for instance {@code CO-16/N706}. */
  public static String codes(AdjustmentReason reason) {
    return reason.group()
        + "-"
        + reason.carc()
        + (reason.rarc().isEmpty() ? "" : "/" + reason.rarc());
  }

  /** Its number. */
  public Column<ClaimRow> numberColumn() {
    return Column.<ClaimRow>words("claim", title("claim"), 136, ClaimWords::number)
        .exportedAs(row -> row.file().map(file -> file.claim().hex()).orElse(""));
  }

  /** Who sent it. */
  public Column<ClaimRow> hospitalColumn() {
    return Column.words(
        "hospital", title("hospital"), 144, row -> row.received().hospital().name());
  }

  /** When it was received, to the minute. */
  public Column<ClaimRow> momentColumn() {
    return received(184, at -> kit.formats().moment(at));
  }

  /** On which day it was received. */
  public Column<ClaimRow> dayColumn() {
    return received(116, at -> kit.formats().day(at.atZone(kit.formats().zone()).toLocalDate()));
  }

  private Column<ClaimRow> received(double width, Function<Instant, String> words) {
    return Column.<ClaimRow>values(
            "received",
            title("received"),
            width,
            Comparator.comparing(row -> row.received().receivedAt()),
            row -> words.apply(row.received().receivedAt()))
        .exportedAs(row -> row.received().receivedAt().toString());
  }

  /** How far it is. */
  public Column<ClaimRow> stageColumn() {
    return Column.looks(
        "state", title("state"), 140, Comparator.comparing(ClaimRow::stage), this::stage);
  }

  /** A column of amounts. */
  public Column<ClaimRow> amountColumn(
      String id, StringBinding title, Function<ClaimRow, Optional<Money>> of) {
    return Column.<ClaimRow>values(
            id,
            title,
            116,
            Comparator.comparingLong(row -> of.apply(row).map(Money::cents).orElse(-1L)),
            row -> money(of.apply(row)))
        .exportedAs(row -> of.apply(row).map(money -> money.decimal().toPlainString()).orElse(""));
  }

  private StringBinding title(String column) {
    return texts.bind("column." + column);
  }
}
