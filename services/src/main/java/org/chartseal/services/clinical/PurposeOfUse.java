package org.chartseal.services.clinical;

/** What a record is asked for: HL7 v3 ActReason, value set PurposeOfUse. */
public enum PurposeOfUse {
  TREATMENT("TREAT", "treatment"),
  EMERGENCY("ETREAT", "emergency treatment"),
  PAYMENT("HPAYMT", "payment"),
  RESEARCH("HRESCH", "research"),
  PATIENT_REQUEST("PATRQT", "the patient's request");

  private final String code;
  private final String words;

  PurposeOfUse(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The ActReason code. */
  public String code() {
    return code;
  }

  /** As it stands in a sentence after "for". */
  public String words() {
    return words;
  }
}
