package org.chartseal.services.clinical.internal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * UCUM's units as people write them, where its case-sensitive code differs from that (<a
 * href="https://ucum.org/ucum">UCUM</a>, tables 2 to 5). What is not known stays as it is recorded.
 */
final class UcumText {

  private static final Pattern PART = Pattern.compile("\\{([^}]*)\\}|[^/.{]+|.");

  /** Without Greek letters for micrograms: by hand they were read as milligrams (ISMP). */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("mm[Hg]", "mmHg"),
          Map.entry("cm[H2O]", "cmH₂O"),
          Map.entry("Cel", "°C"),
          Map.entry("[degF]", "°F"),
          Map.entry("[in_i]", "in"),
          Map.entry("[ft_i]", "ft"),
          Map.entry("[lb_av]", "lb"),
          Map.entry("[oz_av]", "oz"),
          Map.entry("[IU]", "IU"),
          Map.entry("[iU]", "IU"),
          Map.entry("m[IU]", "mIU"),
          Map.entry("u[IU]", "µIU"),
          Map.entry("[pH]", ""),
          Map.entry("ug", "mcg"),
          Map.entry("uL", "µL"),
          Map.entry("um", "µm"),
          Map.entry("umol", "µmol"),
          Map.entry("10*3", "10³"),
          Map.entry("10*6", "10⁶"),
          Map.entry("10*9", "10⁹"),
          Map.entry("10*12", "10¹²"));

  private UcumText() {}

  /**
   * A unit to be read. UCUM puts in braces what counts and has no unit: it is left out, unless it
   * says of how much, as in {@code mL/min/{1.73_m2}}.
   */
  static String of(String unit) {
    return PART.matcher(unit)
        .replaceAll(part -> Matcher.quoteReplacement(readable(part.group(), part.group(1))));
  }

  private static String readable(String part, @Nullable String noted) {
    if (noted == null) {
      return WRITTEN.getOrDefault(part, part);
    }
    boolean counts = !noted.isEmpty() && noted.charAt(0) >= '0' && noted.charAt(0) <= '9';
    return counts ? noted.replace('_', ' ') : "";
  }
}
