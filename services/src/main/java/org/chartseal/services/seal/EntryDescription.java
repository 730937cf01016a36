package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chartseal.services.seal.internal.JsonStrings;
import org.chartseal.signing.P256PublicKey;

/**
 * What an entry says of itself before its content is opened (§3.1): enough for the timeline.
 *
 * @param subject whom it is about
 * @param organisation for whom it was written, {@link OrganisationId#PATIENTS} if by a patient
 * @param author the author's signing key
 * @param authorName as shown, at most 1,024 bytes of UTF-8
 * @param date the clinical date or time as written in the source (FHIR dateTime), at most 40
 *     characters
 * @param recorded when it was sealed, in whole seconds
 * @param title as shown, at most 4,096 bytes
 * @param summary for the timeline, at most 128 texts of at most 4,096 bytes under names of at most
 *     32 characters of ASCII
 * @param certificates sha256 of the public block that holds the author's certificate chain (§3.2);
 *     absent for patients, whom their card names
 */
public record EntryDescription(
    EntryKind kind,
    PartyId subject,
    OrganisationId organisation,
    P256PublicKey author,
    String authorName,
    String date,
    Instant recorded,
    String title,
    Map<String, String> summary,
    Optional<Hash32> certificates) {

  static final int MAX_NAME = 1024;
  static final int MAX_DATE = 40;
  static final int MAX_TEXT = 4096;
  static final int MAX_SUMMARY = 128;
  static final int MAX_SUMMARY_KEY = 32;

  /** The order of the keys of a map in deterministic CBOR. */
  private static final Comparator<String> CBOR_ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a text is too long or holds a lone surrogate, or the time
   *     is before 1970
   */
  public EntryDescription {
    requireText(authorName, MAX_NAME);
    requireText(date, MAX_DATE);
    requireText(title, MAX_TEXT);
    if (recorded.isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException("an entry is recorded after 1970");
    }
    if (organisation.equals(OrganisationId.PATIENTS) && certificates.isPresent()) {
      throw new IllegalArgumentException("a patient has a card, not certificates");
    }
    recorded = recorded.truncatedTo(ChronoUnit.SECONDS);
    SortedMap<String, String> sorted = new TreeMap<>(CBOR_ORDER);
    sorted.putAll(summary);
    if (sorted.size() > MAX_SUMMARY) {
      throw new IllegalArgumentException("a summary has at most 128 texts");
    }
    sorted.forEach(EntryDescription::requireSummary);
    summary = sorted.isEmpty() ? Map.of() : Collections.unmodifiableMap(sorted);
  }

  /** A description that names no certificates: a patient's. */
  public EntryDescription(
      EntryKind kind,
      PartyId subject,
      OrganisationId organisation,
      P256PublicKey author,
      String authorName,
      String date,
      Instant recorded,
      String title,
      Map<String, String> summary) {
    this(
        kind,
        subject,
        organisation,
        author,
        authorName,
        date,
        recorded,
        title,
        summary,
        Optional.empty());
  }

  /**
   * Whether its date lies in that year, in UTC: the streams of a pair are one for each year (§2).
   */
  public boolean isDatedIn(int year) {
    OptionalInt own = ClinicalDate.utcYear(date);
    return own.isPresent() && own.getAsInt() == year;
  }

  /** Says nothing that could name a patient. */
  @Override
  public String toString() {
    return "EntryDescription[" + kind + "]";
  }

  private static void requireSummary(String key, String value) {
    if (key.length() > MAX_SUMMARY_KEY || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a name in a summary is at most 32 characters of ASCII");
    }
    requireText(value, MAX_TEXT);
  }

  private static void requireText(String text, int maxBytes) {
    if (JsonStrings.hasLoneSurrogate(text)
        || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw new IllegalArgumentException(
          "a text is longer than " + maxBytes + " bytes, or no text");
    }
  }
}
