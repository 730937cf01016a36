package org.chartseal.services.seal;

import java.util.List;

/**
 * Who may see a stream: a clinical class from HL7 ActCode/DS4P, or one of the protocol's own (§2).
 *
 * @param code the ActCode code in upper case, or the protocol's word in lower case
 */
public record SensitivityClass(String code) {

  public static final SensitivityClass GENERAL = new SensitivityClass("N");
  public static final SensitivityClass CONSENT = new SensitivityClass("consent");
  public static final SensitivityClass ACCESS = new SensitivityClass("access");
  public static final SensitivityClass INDEX = new SensitivityClass("index");
  public static final SensitivityClass CLAIMS = new SensitivityClass("claims");
  public static final SensitivityClass MESSAGES = new SensitivityClass("messages");

  /** The clinical classes, the most general first. */
  public static final List<SensitivityClass> CLINICAL =
      List.of("N", "R", "V", "PSY", "SEX", "HIV", "SUD", "GDIS", "SDV", "ETH").stream()
          .map(SensitivityClass::new)
          .toList();

  private static final List<SensitivityClass> OWN =
      List.of(CONSENT, ACCESS, INDEX, CLAIMS, MESSAGES);

  /**
   * The class with this code.
   *
   * @throws IllegalArgumentException if the code is not one that version 1 of the protocol knows
   */
  public static SensitivityClass parse(String code) {
    SensitivityClass candidate = new SensitivityClass(code);
    if (CLINICAL.contains(candidate) || OWN.contains(candidate)) {
      return candidate;
    }
    throw new IllegalArgumentException("unknown sensitivity class: " + code);
  }

  /** Whether generations advance in it and capabilities for it may be granted. */
  public boolean isClinical() {
    return CLINICAL.contains(this);
  }

  @Override
  public String toString() {
    return code;
  }
}
