package org.chartseal.services.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.internal.Descriptions;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.SensitivityClass;

/** An organisation's side of asking for consent (DESIGN §3.6). */
public final class ConsentDesk {

  private static final String TITLE = "Request to see the record";

  private final OrganisationEntries entries;
  private final ConsentResources consents;
  private final InstantSource clock;
  private final Descriptions descriptions = new Descriptions();

  public ConsentDesk(OrganisationEntries entries, ConsentResources consents, InstantSource clock) {
    this.entries = entries;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * Asks a patient. The request is signed by the organisation and on its way when this returns.
   *
   * @param pair of the organisation and the patient
   */
  public WriteOutcome ask(
      OrganisationParty asker,
      PatientCard card,
      PairStreams pair,
      ConsentTerms terms,
      Owner owner) {
    Instant now = clock.instant();
    int year = now.atZone(ZoneOffset.UTC).getYear();
    EntryDraft draft =
        new EntryDraft(
            pair.stream(asker.id(), SensitivityClass.CONSENT, 0, year),
            OrganisationEntries.LANE,
            descriptions.of(asker, card.party(), EntryKind.REQUEST, TITLE, now),
            descriptions.content(consents.resource(terms, ConsentResources.State.PROPOSED)),
            Optional.empty());
    return entries.write(asker, List.of(draft), owner);
  }

  /**
   * Takes a request back: once this is final the patient does not find it any more. Signed and on
   * its way when this returns, also when it was before. What the patient answers meanwhile stays
   * answered.
   *
   * @param owner of the request, too
   */
  public SigningDesk.Outcome takeBack(OrganisationParty asker, Ask ask, Owner owner) {
    return entries.retract(asker, ask.reference(), ask.author(), owner);
  }
}
