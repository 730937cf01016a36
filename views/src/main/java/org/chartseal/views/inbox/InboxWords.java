package org.chartseal.views.inbox;

import java.time.Instant;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How claims and answers are said and marked: always by a word and an icon, never colour alone. */
final class InboxWords {

  private final Kit kit;
  private final Texts texts;

  InboxWords(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(InboxWords.class);
  }

  /** A word with its icon and colour. */
  record Mark(String word, Ikon icon, String style) {}

  /** How far a claim is, and how it was decided. */
  Mark stage(ClaimItem item) {
    return switch (item.stage()) {
      case DRAFT -> new Mark(texts.get("stage.draft"), Material2AL.CREATE, "cs-caution");
      case SENT -> new Mark(texts.get("stage.sent"), Material2MZ.SEND, "cs-accent");
      case RECEIVED ->
          new Mark(texts.get("stage.received"), Material2AL.HOURGLASS_EMPTY, "cs-accent");
      case DECIDED -> item.verdict().map(this::decided).orElseThrow();
      case PAID -> new Mark(texts.get("stage.paid"), Material2MZ.PAYMENT, "cs-proven");
    };
  }

  private Mark decided(ClaimItem.Verdict verdict) {
    if (verdict.has(Outcome.NEEDS_PERSON)) {
      return new Mark(texts.get("decided.person"), Material2MZ.PERSON, "cs-caution");
    }
    if (!verdict.has(Outcome.APPROVED)) {
      return new Mark(texts.get("decided.denied"), Material2AL.BLOCK, "cs-failed");
    }
    return verdict.has(Outcome.DENIED)
        ? new Mark(texts.get("decided.partly"), Material2AL.FACT_CHECK, "cs-caution")
        : new Mark(texts.get("decided.approved"), Material2AL.CHECK_CIRCLE, "cs-proven");
  }

  /** What was decided about a line. */
  Mark outcome(LineDecision line) {
    String word = texts.word("outcome", line.outcome());
    return switch (line.outcome()) {
      case APPROVED -> new Mark(word, Material2AL.CHECK_CIRCLE, "cs-proven");
      case DENIED -> new Mark(word, Material2AL.BLOCK, "cs-failed");
      case NEEDS_PERSON -> new Mark(word, Material2MZ.PERSON, "cs-caution");
    };
  }

  /** What became of a request. */
  Mark answer(AnswerItem item) {
    String word = texts.word("answer", item.answer());
    return switch (item.answer()) {
      case WAITING -> new Mark(word, Material2AL.HOURGLASS_EMPTY, "cs-accent");
      case GRANTED, NARROWED -> new Mark(word, Material2AL.CHECK_CIRCLE, "cs-proven");
      case REFUSED -> new Mark(word, Material2AL.BLOCK, "cs-failed");
      case WITHDRAWN -> new Mark(word, Material2MZ.UNDO, "cs-failed");
      case ENDED -> new Mark(word, Material2AL.EVENT_BUSY, "cs-unknown");
      case UNKNOWN -> new Mark(word, Material2AL.HELP, "cs-unknown");
    };
  }

  /** What follows from how far a claim is. */
  String meaning(ClaimItem item) {
    return switch (item.stage()) {
      case DRAFT -> texts.get("meaning.draft");
      case SENT -> texts.get("meaning.sent");
      case RECEIVED -> texts.get("meaning.received");
      case DECIDED, PAID ->
          item.verdict()
              .flatMap(ClaimItem.Verdict::at)
              .map(at -> texts.get("meaning.at", kit.formats().moment(at)))
              .orElse("");
    };
  }

  /** When a request was answered, or that nobody says. */
  String answered(AnswerItem item) {
    return item.at().map(this::moment).orElse("–");
  }

  String moment(Instant instant) {
    return kit.formats().moment(instant);
  }

  /** Reason codes as X12 writes them, for instance {@code CO-16/N706}. */
  static String code(Adjustment adjustment) {
    return adjustment.group()
        + "-"
        + adjustment.carc()
        + (adjustment.rarc().isEmpty() ? "" : "/" + adjustment.rarc());
  }
}
