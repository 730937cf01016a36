package org.chartseal.views.kit.entry;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/** The words of the present language for what services say of an entry in English. */
public final class EntryWords {

  /** Between the ends of a period, as services write it. */
  private static final String PERIOD = " – ";

  private final Localisation localisation;
  private final Texts texts;

  public EntryWords(Kit kit) {
    this(kit.localisation());
  }

  public EntryWords(Localisation localisation) {
    this.localisation = localisation;
    this.texts = localisation.texts(EntryWords.class);
  }

  /** The title of a section. */
  public String topic(String title) {
    return known("topic.", title);
  }

  /** A title; those that Chartseal gives itself have a word in each language. */
  public String title(String title) {
    return known("title.", title);
  }

  /** A status; nothing where there is none. */
  public String status(String status) {
    return status.isEmpty() ? "" : known("status.", status);
  }

  /** A date, or the first and last of a period. */
  public String when(String date) {
    return Stream.of(date.split(PERIOD, -1))
        .map(one -> localisation.formats().clinicalDay(one))
        .distinct()
        .collect(Collectors.joining(PERIOD));
  }

  /** The word for something, where there is one. */
  private String known(String family, String said) {
    String key = family + said.toLowerCase(Locale.ROOT).replace(' ', '-');
    return texts.has(key) ? texts.get(key) : said;
  }
}
