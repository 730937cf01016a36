package org.chartseal.services.clinical.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.seal.SensitivityClass;

/**
 * What a document's own security labels make of it: HL7 v3 Confidentiality and the
 * InformationSensitivityPolicy codes of ActCode.
 *
 * <p>An entry is as sensitive as the most sensitive thing in it.
 */
final class SensitivityLabels {

  private static final Map<String, String> CONFIDENTIALITY =
      Map.of("U", "N", "L", "N", "M", "N", "N", "N", "R", "R", "V", "V");

  /** ActCode: the code and the class that it belongs to; {@code R} for what only restricts. */
  private static final Map<String, String> SENSITIVITY = sensitivityCodes();

  private final Set<String> specific = new LinkedHashSet<>();
  private boolean restricted;
  private boolean veryRestricted;

  private static Map<String, String> sensitivityCodes() {
    Map<String, String> codes = new HashMap<>();
    List.of("PSY", "PSYTHPN", "MH", "BH", "COGN", "DVD", "EMOTDIS")
        .forEach(code -> codes.put(code, "PSY"));
    List.of("SEX", "STD", "PREGNANT").forEach(code -> codes.put(code, "SEX"));
    List.of("SUD", "ETHUD", "OPIOIDUD", "42CFRPart2").forEach(code -> codes.put(code, "SUD"));
    List.of("GDIS", "SCA", "SICKLE").forEach(code -> codes.put(code, "GDIS"));
    List.of("SDV", "MST").forEach(code -> codes.put(code, "SDV"));
    codes.put("HIV", "HIV");
    codes.put("ETH", "ETH");
    List.of(
            "SPI", "TBOO", "VIO", "ADOL", "CEL", "VIP", "DIA", "DRGIS", "EMP", "PDS", "PHY", "PRS",
            "LOCIS", "SSP")
        .forEach(code -> codes.put(code, "R"));
    return Map.copyOf(codes);
  }

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

  /**
   * One class: who may see it must be allowed to see all of it, so that two specific ones make it
   * very restricted.
   */
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
