package org.chartseal.views.kit.text;

import java.util.Locale;

/** The languages that every text exists in. */
public enum Language {
  ENGLISH(Locale.US, "English"),
  KOREAN(Locale.KOREA, "한국어");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** For texts, dates, numbers and money. */
  public Locale locale() {
    return locale;
  }

  /** As those who speak it call it. */
  public String ownName() {
    return ownName;
  }

  /** The language nearest to what the system speaks. */
  public static Language of(Locale system) {
    return system.getLanguage().equals(Locale.KOREAN.getLanguage()) ? KOREAN : ENGLISH;
  }
}
