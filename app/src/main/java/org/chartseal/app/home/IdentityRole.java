package org.chartseal.app.home;

/** What somebody with keys in this home does. */
public enum IdentityRole {
  CLINICIAN("clinician"),
  ORGANISATION("hospital"),
  PATIENT("patient"),
  INSURER("insurer"),
  REGISTRAR("registrar");

  private final String word;

  IdentityRole(String word) {
    this.word = word;
  }

  /** As shown. */
  public String word() {
    return word;
  }
}
