package org.chartseal.app.console.clinician;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.views.inbox.AnswerItem;

/** Says what became of an organisation's requests to one patient. */
final class AnswerItems {

  private AnswerItems() {}

  static List<AnswerItem> of(PairBook book, PatientCard patient, Instant now) {
    return book.asks().stream()
        .map(ask ->
            grant(book, ask)
                .map(grant -> granted(patient, ask, grant))
                .orElseGet(() -> ungranted(patient, ask, now)))
        .toList();
  }

  private static Optional<Grant> grant(PairBook book, Ask ask) {
    return book.grants().stream()
        .filter(grant -> grant.terms().id().equals(ask.terms().id()))
        .reduce((earlier, later) -> later);
  }

  private static AnswerItem granted(PatientCard patient, Ask ask, Grant grant) {
    Instant made = grant.entry().anchor().word().anchoredAt();
    return switch (grant.status()) {
      case GrantStatus.Valid valid -> item(patient, ask, grant, given(ask, grant), made);
      case GrantStatus.NotYet notYet -> item(patient, ask, grant, given(ask, grant), made);
      case GrantStatus.Expired expired -> item(patient, ask, grant, AnswerItem.Answer.ENDED, made);
      case GrantStatus.Revoked(var at) ->
          item(patient, ask, grant, AnswerItem.Answer.WITHDRAWN, at);
      case GrantStatus.Unknown unknown ->
          item(patient, ask, grant, AnswerItem.Answer.UNKNOWN, made);
    };
  }

  private static AnswerItem item(
      PatientCard patient, Ask ask, Grant grant, AnswerItem.Answer answer, Instant at) {
    return new AnswerItem(
        patient.person().name(), grant.terms(), ask.askedAt(), answer, Optional.of(at));
  }

  private static AnswerItem.Answer given(Ask ask, Grant grant) {
    ConsentTerms asked = ask.terms();
    ConsentTerms given = grant.terms();
    boolean same =
        asked.classes().equals(given.classes())
            && asked.years().equals(given.years())
            && asked.writers().equals(given.writers())
            && asked.until().equals(given.until());
    return same ? AnswerItem.Answer.GRANTED : AnswerItem.Answer.NARROWED;
  }

  /** An answer without a grant is a refusal; when it came is not told. */
  private static AnswerItem ungranted(PatientCard patient, Ask ask, Instant now) {
    AnswerItem.Answer answer = AnswerItem.Answer.WAITING;
    if (ask.answered()) {
      answer = AnswerItem.Answer.REFUSED;
    } else if (!ask.terms().until().isAfter(now)) {
      answer = AnswerItem.Answer.ENDED;
    }
    return new AnswerItem(
        patient.person().name(), ask.terms(), ask.askedAt(), answer, Optional.empty());
  }
}
