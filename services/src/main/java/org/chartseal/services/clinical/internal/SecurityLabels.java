package org.chartseal.services.clinical.internal;

import java.util.List;
import org.chartseal.services.seal.SensitivityClass;

/** The code systems of security labels, and what the classes are in words. */
final class SecurityLabels {

  static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

  private static final List<String> LEVELS = List.of("N", "R", "V");

  private SecurityLabels() {}

  /** The code system that a class comes from. */
  static String system(SensitivityClass label) {
    if (!label.isClinical()) {
      return "urn:chartseal:class";
    }
    return LEVELS.contains(label.code()) ? CONFIDENTIALITY : ACT_CODE;
  }

  /** As a patient reads it. */
  static String words(SensitivityClass label) {
    return switch (label.code()) {
      case "N" -> "general health";
      case "R" -> "restricted";
      case "V" -> "very restricted";
      case "PSY" -> "mental health";
      case "SEX" -> "sexual and reproductive health";
      case "HIV" -> "HIV";
      case "SUD" -> "substance use";
      case "GDIS" -> "genetic diseases";
      case "SDV" -> "abuse and domestic violence";
      case "ETH" -> "alcohol and substance abuse";
      default -> label.code();
    };
  }
}
