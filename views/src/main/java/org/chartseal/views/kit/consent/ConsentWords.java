package org.chartseal.views.kit.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Formats;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/**
 * A consent in plain words. Who asks sees the very sentence that the patient will read, in the
 * reader's own language.
 */
public final class ConsentWords {

  private static final Duration SAME_DAY = Duration.ofHours(24);

  private final Localisation localisation;
  private final Texts texts;

  public ConsentWords(Kit kit) {
    this(kit.localisation());
  }

  public ConsentWords(Localisation localisation) {
    this.localisation = localisation;
    this.texts = localisation.texts(ConsentWords.class);
  }

  /** What is asked for; both sides read this before there is an answer. */
  public String sentence(ConsentTerms terms) {
    return of("sentence.asked", terms);
  }

  /** What will be open: with an answer that is not given yet, or later than now. */
  public String coming(ConsentTerms terms) {
    return of("sentence.coming", terms);
  }

  /** What is open. */
  public String granted(ConsentTerms terms) {
    return of("sentence.granted", terms);
  }

  /** What was asked for and never opened. */
  public String refused(ConsentTerms terms) {
    return of("sentence.refused", terms);
  }

  /** What was open until the patient took it back. */
  public String revoked(ConsentTerms terms) {
    return of("sentence.revoked", terms);
  }

  /** What was open until its period was over. */
  public String ended(ConsentTerms terms) {
    return of("sentence.ended", terms);
  }

  private String of(String key, ConsentTerms terms) {
    return texts.get(
        key,
        terms.grantee().display(),
        texts.word("purpose", terms.purpose()),
        classes(terms.classes()),
        years(terms.years()),
        writers(terms.writers()),
        until(terms.until(), terms.made()));
  }

  /** What stays closed under these terms. */
  public String closed(ConsentTerms terms) {
    List<String> closed = new ArrayList<>();
    for (SensitivityClass sensitivity : SensitivityClass.CLINICAL) {
      if (!terms.classes().contains(sensitivity)) {
        closed.add(clazz(sensitivity));
      }
    }
    return closed.isEmpty() ? texts.get("closed.none") : texts.get("closed", list(closed));
  }

  /** A purpose, to stand in a sentence. */
  public String purpose(PurposeOfUse purpose) {
    return texts.word("purpose", purpose);
  }

  /** A class of information in words. */
  public String clazz(SensitivityClass sensitivity) {
    String key = "class." + sensitivity.code();
    return texts.has(key) ? texts.get(key) : sensitivity.code();
  }

  /** The end of a period, with the day where it is not today's. */
  public String until(Instant until, Instant now) {
    Formats formats = localisation.formats();
    boolean soon =
        Duration.between(now, until).compareTo(SAME_DAY) < 0
            && formats.day(until).equals(formats.day(now));
    return soon ? texts.get("today", formats.time(until)) : formats.moment(until);
  }

  private String classes(List<SensitivityClass> classes) {
    return list(classes.stream().map(this::clazz).toList());
  }

  private String years(SortedSet<Integer> years) {
    if (years.isEmpty()) {
      return texts.get("years.all");
    }
    int first = years.first();
    int last = years.last();
    if (first == last) {
      return texts.get("years.one", Integer.toString(first));
    }
    boolean whole = last - first + 1 == years.size();
    return whole
        ? texts.get("years.span", Integer.toString(first), Integer.toString(last))
        : texts.get(
            "years.some", list(years.stream().map(year -> Integer.toString(year)).toList()));
  }

  private String writers(List<ActorReference> writers) {
    return writers.isEmpty()
        ? texts.get("writers.all")
        : texts.get("writers.some", list(writers.stream().map(ActorReference::display).toList()));
  }

  private String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return texts.get(
        "list",
        String.join(texts.get("list.comma"), words.subList(0, words.size() - 1)),
        words.getLast());
  }
}
