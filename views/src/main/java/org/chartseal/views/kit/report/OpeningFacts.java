package org.chartseal.views.kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.report.Report;
import org.chartseal.services.report.ReportBlock.Fact;
import org.chartseal.services.report.ReportBlock.Tone;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.patient.PersonText;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/** What every report of a record says first: of whom, what was granted, how whole it is. */
final class OpeningFacts {

  private final Localisation words;
  private final Texts texts;
  private final Opening opening;

  OpeningFacts(Localisation words, Opening opening) {
    this.words = words;
    this.texts = words.texts(OpeningFacts.class);
    this.opening = opening;
  }

  List<Fact> facts() {
    PersonText person = new PersonText(words);
    List<Fact> facts = new ArrayList<>();
    add(facts, texts.get("patient"), opening.patient().name(), Tone.STRONG);
    add(facts, texts.get("born"), person.born(opening.patient()), Tone.PLAIN);
    add(facts, texts.get("sex"), person.gender(opening.patient()), Tone.PLAIN);
    PersonText.numbers(opening.patient())
        .forEach((kind, numbers) -> add(facts, person.number(kind), numbers, Tone.PLAIN));
    ConsentWords consent = new ConsentWords(words);
    if (opening.basis() == Opening.Basis.OWN) {
      facts.add(Fact.of(texts.get("granted"), texts.get("granted.own")));
    }
    for (ConsentTerms terms : opening.terms()) {
      facts.add(Fact.of(texts.get("granted"), consent.granted(terms)));
    }
    Optional<RecordOutcome.Opened> outcome = opening.outcome();
    if (outcome.isEmpty()) {
      facts.add(new Fact(texts.get("complete"), texts.get("complete.unread"), Tone.CAUTION));
      return facts;
    }
    facts.add(
        Fact.of(
            texts.get("opened"),
            texts.get(
                "opened.at",
                words.formats().number(outcome.get().at().number()),
                words.formats().moment(outcome.get().at().time()))));
    facts.add(
        outcome.get().complete()
            ? Fact.of(texts.get("complete"), texts.get("complete.yes"))
            : new Fact(
                texts.get("complete"),
                texts.get("complete.no", new FaultTexts(words).sentences(outcome.get().gaps())),
                Tone.CAUTION));
    return facts;
  }

  /** What stands on every page. */
  Report.Furniture furniture(String head) {
    return new Report.Furniture(
        head,
        texts.get("foot", words.formats().moment(opening.printed())),
        (page, pages) -> texts.get("page", page, pages));
  }

  private static void add(List<Fact> facts, String name, String value, Tone tone) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, value, tone));
    }
  }
}
