package org.chartseal.services.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * What an issuer says of a patient: who it is and which keys are theirs (protocol §1.3).
 *
 * @param deployment the chain and ledger that the card is for
 * @param issuer the organisation that issued it
 * @param person name, birth date and identifiers as the issuer verified them
 * @param signingKey the patient's signing key
 * @param agreementKey the patient's key for agreeing on pair secrets
 * @param slotPoint the public point of the patient's one-time slots
 * @param party the patient's party id, which outlives this card
 * @param issuedAt when the issuer signed it, to the second
 * @param ends the signing keys that this card ends; empty on a first card
 * @param nonce the issuer's challenge, which the possession statement answers
 * @param possession the signing key's signature over both keys, the point and the nonce
 */
public record PatientCard(
    Deployment deployment,
    OrganisationId issuer,
    PatientDetails person,
    P256PublicKey signingKey,
    P256PublicKey agreementKey,
    SlotPoint slotPoint,
    PartyId party,
    Instant issuedAt,
    List<KeyId> ends,
    Hash32 nonce,
    Signature possession) {

  private static final int OLDEST = 130;

  public PatientCard {
    ends = List.copyOf(ends);
  }

  /**
   * Whether a text is what a card has for a birth date: an ISO date, its month or year alone, or
   * nothing.
   */
  public static boolean isBirthDate(String text) {
    if (text.startsWith("-") || text.startsWith("+")) {
      return false;
    }
    try {
      switch (text.length()) {
        case 0 -> {}
        case 4 -> Year.parse(text);
        case 7 -> YearMonth.parse(text);
        case 10 -> LocalDate.parse(text);
        default -> {
          return false;
        }
      }
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * The UTC year before which no entry about the holder is dated: that of the day before the birth,
   * which somewhere it still was, or where the card does not say it, one in which nobody who is
   * alive was born.
   *
   * @param today the present year
   */
  public int firstYear(int today) {
    String birthDate = person.birthDate();
    if (birthDate.isEmpty()) {
      return today - OLDEST;
    }
    String first = birthDate + "-01-01".substring(birthDate.length() == 4 ? 0 : 3);
    return LocalDate.parse(birthDate.length() == 10 ? birthDate : first).minusDays(1).getYear();
  }
}
