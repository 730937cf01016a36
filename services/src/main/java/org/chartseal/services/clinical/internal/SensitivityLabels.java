package org.chartseal.services.clinical.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.seal.SensitivityClass;

/**
 * What a document's own security labels make of it: HL7 v3 Confidentiality and the InformationSensitivityPolicy codes of ActCode.
 *
 * <p>An entry is as sensitive as the most sensitive thing in it.
 */
final class SensitivityLabels {

  private static final Map<String, String> CONFIDENTIALITY =
      Map.of("U", "N", "L", "N", "M", "N", "N", "N", "R", "R", "V", "V");

  private static final Map<String, String> SENSITIVITY =
      Map.ofEntries(
          Map.entry("PSY", "PSY"),
          Map.entry("PSYTHPN", "PSY"),
          Map.entry("MH", "PSY"),
          Map.entry("BH", "PSY"),
          Map.entry("SEX", "SEX"),
          Map.entry("STD", "SEX"),
          Map.entry("HIV", "HIV"),
          Map.entry("SUD", "SUD"),
          Map.entry("ETHUD", "SUD"),
          Map.entry("OPIOIDUD", "SUD"),
          Map.entry("42CFRPart2", "SUD"),
          Map.entry("GDIS", "GDIS"),
          Map.entry("SDV", "SDV"),
          Map.entry("SCA", "GDIS"),
          Map.entry("ETH", "ETH"),
          Map.entry("VIO", "R"),
          Map.entry("TBOO", "R"),
          Map.entry("SICKLE", "GDIS"),
          Map.entry("CELEB", "R"),
          Map.entry("EMP", "R"),
          Map.entry("LOCIS", "R"),
          Map.entry("SSP", "R"),
          Map.entry("ADOL", "R"));

  private final Set<String> specific = new LinkedHashSet<>();
  private boolean restricted;
  private boolean veryRestricted;

  /** Takes a label of the confidentiality code system. */
  void confidentiality(String code) {
    String level = CONFIDENTIALITY.getOrDefault(code, "N");
    restricted |= level.equals("R");
    veryRestricted |= level.equals("V");
  }

  /** Takes a label of ActCode; what is no sensitivity code there says nothing. */
  void sensitivity(String code) {
    String label = SENSITIVITY.get(code);
    if (label == null) {
      return;
    }
    if (label.equals("R")) {
      restricted = true;
    } else {
      specific.add(label);
    }
  }

  /** One class: who may see it must be allowed to see all of it, so that two specific ones make it very restricted. */
  SensitivityClass conclude() {
    if (veryRestricted || specific.size() > 1) {
      return SensitivityClass.parse("V");
    }
    if (specific.size() == 1) {
      return SensitivityClass.parse(specific.iterator().next());
    }
    return restricted ? SensitivityClass.parse("R") : SensitivityClass.GENERAL;
  }
}
