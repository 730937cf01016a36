package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.PairBook;

/** What a patient and an organisation agreed, as rows. */
final class ConsentRows {

  private static final int INDENT = 9;

  private final ConsentResources consents;

  ConsentRows(ConsentResources consents) {
    this.consents = consents;
  }

  /** Requests that wait and grants, oldest first. */
  void show(Output output, PairBook book) {
    Set<String> granted = new HashSet<>();
    book.grants().forEach(grant -> granted.add(grant.terms().id()));
    for (Ask ask : book.asks()) {
      if (!granted.contains(ask.terms().id())) {
        row(output, book, ask.terms(), ask.answered() ? "refused" : "asked");
      }
    }
    for (Grant grant : book.grants()) {
      row(output, book, grant.terms(), state(grant.status()));
    }
  }

  private void row(Output output, PairBook book, ConsentTerms terms, String state) {
    List<Object> classes = new ArrayList<>();
    terms.classes().forEach(found -> classes.add(found.code()));
    String words = consents.inWords(terms);
    output.row(
        Row.of("consent", terms.id())
            .and("organisation", book.organisation().number())
            .and("to", terms.grantee().display())
            .and("state", state)
            .and("purpose", terms.purpose().code())
            .and("classes", (Object) classes)
            .and("years", (Object) List.<Object>copyOf(terms.years()))
            .and("until", terms.until().toString())
            .and("words", words),
        "%-8s %s%n%s".formatted(state, terms.id(), words.indent(INDENT).stripTrailing()));
  }

  private static String state(GrantStatus status) {
    return switch (status) {
      case GrantStatus.Valid valid -> "granted";
      case GrantStatus.NotYet notYet -> "not yet";
      case GrantStatus.Expired expired -> "ended";
      case GrantStatus.Revoked revoked -> "revoked";
      case GrantStatus.Unknown unknown -> "unknown";
    };
  }
}
