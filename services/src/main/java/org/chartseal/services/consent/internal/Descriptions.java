package org.chartseal.services.consent.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;

/** What the entries of this package say of themselves. */
public final class Descriptions {

  private static final String FHIR_JSON = "application/fhir+json";

  /** An organisation's entry about a patient, dated now. */
  public EntryDescription of(
      OrganisationParty author, PartyId subject, EntryKind kind, String title, Instant now) {
    return new EntryDescription(
        kind,
        subject,
        author.id(),
        author.keys().signing().publicKey(),
        author.name(),
        date(now),
        now,
        title,
        Map.of(),
        author.certificates());
  }

  /** A patient's own entry, dated now. */
  public EntryDescription of(PatientParty author, EntryKind kind, String title, Instant now) {
    return new EntryDescription(
        kind,
        author.card().party(),
        OrganisationId.PATIENTS,
        author.keys().signing().publicKey(),
        author.card().person().name(),
        date(now),
        now,
        title,
        Map.of());
  }

  /** A content of one FHIR resource. */
  public Content content(byte[] json) {
    return new Content(List.of(new Part(PartRole.RESOURCE, FHIR_JSON, json)));
  }

  private static String date(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
