package org.chartseal.views.inbox;

import java.time.Instant;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How claims and answers are said and marked: always by a word and an icon, never colour alone. */
final class InboxWords {

  private final Kit kit;
  private final Texts texts;
  private final ClaimWords claims;

  InboxWords(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(InboxWords.class);
    this.claims = new ClaimWords(kit);
  }

  /** How far a claim is, and how it was decided. */
  Look stage(ClaimItem item) {
    return switch (item.stage()) {
      case DRAFT -> Look.word(texts.get("stage.draft"), Material2AL.CREATE, "cs-caution");
      case SENT -> Look.word(texts.get("stage.sent"), Material2MZ.SEND, "cs-accent");
      case RECEIVED ->
          Look.word(texts.get("stage.received"), Material2AL.HOURGLASS_EMPTY, "cs-accent");
      case DECIDED -> item.verdict().map(this::decided).orElseThrow();
      case PAID -> Look.word(texts.get("stage.paid"), Material2MZ.PAYMENT, "cs-proven");
    };
  }

  private Look decided(ClaimItem.Verdict verdict) {
    if (verdict.has(Outcome.NEEDS_PERSON)) {
      return Look.word(texts.get("decided.person"), Material2MZ.PERSON, "cs-caution");
    }
    if (!verdict.has(Outcome.APPROVED)) {
      return Look.word(texts.get("decided.denied"), Material2AL.BLOCK, "cs-failed");
    }
    return verdict.has(Outcome.DENIED)
        ? Look.word(texts.get("decided.partly"), Material2AL.FACT_CHECK, "cs-caution")
        : Look.word(texts.get("decided.approved"), Material2AL.CHECK_CIRCLE, "cs-proven");
  }

  /** What was decided about a line. */
  Look outcome(LineDecision line) {
    return claims.outcome(line.outcome());
  }

  /** What became of a request. */
  Look answer(AnswerItem item) {
    String word = texts.word("answer", item.answer());
    return switch (item.answer()) {
      case WAITING -> Look.word(word, Material2AL.HOURGLASS_EMPTY, "cs-accent");
      case GRANTED, NARROWED -> Look.word(word, Material2AL.CHECK_CIRCLE, "cs-proven");
      case REFUSED -> Look.word(word, Material2AL.BLOCK, "cs-failed");
      case WITHDRAWN -> Look.word(word, Material2MZ.UNDO, "cs-failed");
      case ENDED -> Look.word(word, Material2AL.EVENT_BUSY, "cs-unknown");
      case UNKNOWN -> Look.word(word, Material2AL.HELP, "cs-unknown");
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

  /** Until when it holds; what was refused never did. */
  String until(AnswerItem item) {
    return item.answer() == AnswerItem.Answer.REFUSED ? "–" : moment(item.terms().until());
  }

  String moment(Instant instant) {
    return kit.formats().moment(instant);
  }

  /** Reason codes as X12 writes them, for instance {@code CO-16/N706}. */
  static String code(Adjustment adjustment) {
    return ClaimWords.codes(
        new AdjustmentReason(adjustment.group(), adjustment.carc(), adjustment.rarc()));
  }
}
