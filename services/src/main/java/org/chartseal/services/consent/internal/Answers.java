package org.chartseal.services.consent.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/** Makes a patient's answers: grants with their capabilities, and refusals. */
public final class Answers {

  private static final int OWN_CONSOLE = 0;

  private final ConsentResources consents;
  private final InstantSource clock;
  private final Descriptions descriptions = new Descriptions();
  private final CapabilityCodec codec = new CapabilityCodec();

  public Answers(ConsentResources consents, InstantSource clock) {
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * An organisation whose entries a grant can open.
   *
   * @param generation the present generation of its streams of a class
   */
  public record Source(Organisation organisation, ToIntFunction<SensitivityClass> generation) {}

  /**
   * A grant.
   *
   * @throws RefusedException if the device does not agree
   */
  public EntryDraft grant(
      PatientSession session, Organisation grantee, ConsentTerms terms, List<Source> sources)
      throws RefusedException {
    List<Capability> capabilities = capabilities(session, grantee.id(), terms, sources);
    try {
      List<Part> parts =
          new ArrayList<>(
              descriptions
                  .content(consents.resource(terms, ConsentResources.State.ACTIVE))
                  .parts());
      parts.add(codec.part(capabilities));
      return draft(session, grantee, EntryKind.GRANT, "Consent", new Content(parts));
    } finally {
      capabilities.forEach(Capability::close);
    }
  }

  /**
   * A refusal.
   *
   * @throws RefusedException if the device does not agree
   */
  public EntryDraft refusal(PatientSession session, Organisation asker, ConsentTerms terms)
      throws RefusedException {
    Content content =
        descriptions.content(consents.resource(terms, ConsentResources.State.REJECTED));
    return draft(session, asker, EntryKind.REFUSAL, "Refusal", content);
  }

  private EntryDraft draft(
      PatientSession session, Organisation to, EntryKind kind, String title, Content content)
      throws RefusedException {
    Instant now = clock.instant();
    return new EntryDraft(
        session.with(to).stream(
            OrganisationId.PATIENTS,
            SensitivityClass.CONSENT,
            0,
            now.atZone(ZoneOffset.UTC).getYear()),
        OWN_CONSOLE,
        descriptions.of(session.patient(), kind, title, now),
        content,
        Optional.empty());
  }

  /**
   * For every other organisation, class and generation up to the present one; as many as writers,
   * classes and years, however long the record.
   */
  private static List<Capability> capabilities(
      PatientSession session, OrganisationId grantee, ConsentTerms terms, List<Source> sources)
      throws RefusedException {
    List<Capability> capabilities = new ArrayList<>();
    for (Source source : sources) {
      OrganisationId writer = source.organisation().id();
      if (writer.equals(grantee) || !isNamed(terms, writer)) {
        continue;
      }
      PairStreams pair = session.with(source.organisation());
      for (SensitivityClass sensitivity : terms.classes()) {
        int present = source.generation().applyAsInt(sensitivity);
        for (int generation = 0; generation <= present; generation++) {
          add(capabilities, pair, writer, sensitivity, generation, terms);
        }
      }
    }
    return capabilities;
  }

  private static void add(
      List<Capability> capabilities,
      PairStreams pair,
      OrganisationId writer,
      SensitivityClass sensitivity,
      int generation,
      ConsentTerms terms) {
    ClassKey key = pair.classKey(writer, sensitivity, generation);
    if (terms.years().isEmpty()) {
      capabilities.add(
          new Capability(writer, sensitivity, generation, new Capability.Scope.AllYears(key)));
      return;
    }
    try (key) {
      capabilities.add(oneYear(writer, sensitivity, generation, StreamId.CONTROL_YEAR, key));
      for (int year : terms.years()) {
        capabilities.add(oneYear(writer, sensitivity, generation, year, key));
      }
    }
  }

  private static Capability oneYear(
      OrganisationId writer, SensitivityClass sensitivity, int generation, int year, ClassKey key) {
    return new Capability(
        writer, sensitivity, generation, new Capability.Scope.OneYear(year, key.year(year)));
  }

  private static boolean isNamed(ConsentTerms terms, OrganisationId writer) {
    return terms.writers().isEmpty()
        || terms.writers().stream().anyMatch(named -> named.identifier().equals(writer.toString()));
  }
}
