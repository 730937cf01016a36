package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientSealTest {

  private static final Place PLACE = new Place(0, 0);

  private final StreamKeys keys = Samples.patientStream();
  private final SlotScalar scalar = Samples.slotScalar();
  private final EntrySealer sealer = new EntrySealer(Samples.ENGINE, new SecureRandom());

  @AfterEach
  void close() {
    keys.close();
    scalar.close();
  }

  private PreparedEntry prepare(Place place) {
    return sealer.prepare(Samples.patientRequest(keys, place, scalar.point().slot(keys, place)));
  }

  private static EntrySignature sign(List<PreparedEntry> entries, int index) {
    MerkleTree tree = MerkleTree.of(entries.stream().map(PreparedEntry::patientLeaf).toList());
    Statement statement =
        Samples.statement(
            StatementType.ANCHOR, OrganisationId.PATIENTS, tree.root(), entries.size());
    return new EntrySignature(Samples.PATIENT_SIGN.sign(statement), tree.inclusion(index));
  }

  private static Check check(EntrySignature signature, EntryReference entry) {
    return signature.check(Samples.VERIFIER, Samples.DEPLOYMENT, OrganisationId.PATIENTS, entry);
  }

  @Test
  void a_patients_entry_holds_the_signature_that_proves_it() {
    try (PreparedEntry one = prepare(PLACE);
        PreparedEntry other = prepare(new Place(1, 0))) {
      SealedEntry sealed = other.seal(sign(List.of(one, other), 1));
      OpenOutcome outcome =
          new EntryOpener(Samples.ENGINE)
              .openManifest(keys, new Place(1, 0), sealed.slot(), sealed.manifestBlock());
      assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
      try (OpenedManifest opened = ((OpenOutcome.Opened) outcome).manifest()) {
        EntrySignature signature = opened.manifest().patientSignature().orElseThrow();
        assertThat(signature.signed().key()).isEqualTo(opened.manifest().entry().author());
        assertThat(check(signature, opened.reference())).isInstanceOf(Check.Passed.class);
      }
    }
  }

  @Test
  void a_revoked_consent_anchored_again_elsewhere_is_refused() {
    try (PreparedEntry consent = prepare(PLACE)) {
      EntrySignature signature = sign(List.of(consent), 0);
      SealedEntry sealed = consent.seal(signature);
      Slot elsewhere = scalar.point().slot(keys, new Place(1, 0));
      EntryReference moved =
          new EntryReference(elsewhere, sealed.manifestDigest(), sealed.contentRoot());
      assertThat(check(signature, moved)).isInstanceOf(Check.Failed.class);
      // Nor do the sealed bytes open there: the slot is part of their associated data.
      assertThat(
              new EntryOpener(Samples.ENGINE)
                  .openManifest(keys, PLACE, elsewhere, sealed.manifestBlock()))
          .isInstanceOf(OpenOutcome.Refused.class);
    }
  }

  @Test
  void a_patients_entry_without_its_signature_is_not_sealed() {
    try (PreparedEntry consent = prepare(PLACE)) {
      assertThatIllegalArgumentException().isThrownBy(consent::seal);
    }
  }

  @Test
  void the_signature_of_another_entry_is_not_sealed_in() {
    try (PreparedEntry one = prepare(PLACE);
        PreparedEntry other = prepare(new Place(1, 0))) {
      EntrySignature signature = sign(List.of(one), 0);
      assertThatIllegalArgumentException().isThrownBy(() -> other.seal(signature));
    }
  }

  @Test
  void an_organisations_entry_holds_no_patients_signature() {
    SealRequest request = Samples.request(keys, PLACE, Samples.content(0));
    try (PreparedEntry patients = prepare(PLACE);
        PreparedEntry hospitals = sealer.prepare(request)) {
      EntrySignature signature = sign(List.of(hospitals), 0);
      assertThatIllegalArgumentException().isThrownBy(() -> hospitals.seal(signature));
      assertThat(Optional.of(patients.contentRoot()))
          .isNotEqualTo(Optional.of(hospitals.contentRoot()));
    }
  }
}
