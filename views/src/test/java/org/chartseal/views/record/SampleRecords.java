package org.chartseal.views.record;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Entries;

/** The record of Hong Seo-yeon. */
final class SampleRecords {

  private static final OrganisationId HANA = new OrganisationId(1);
  private static final String POINT =
      "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

  private final Entries entries;
  private final Visitor visitor;

  SampleRecords() throws GeneralSecurityException {
    entries = new Entries();
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    P256PublicKey key = P256PublicKey.of((ECPublicKey) keys.generateKeyPair().getPublic());
    byte[] any = new byte[64];
    any[31] = 1;
    any[63] = 1;
    Signature signature = Signature.of(any);
    visitor =
        new Visitor(
            "hong",
            new SignedCard(
                new PatientCard(
                    new Deployment(BigInteger.ONE, Address.ofHex("0x" + "11".repeat(20))),
                    HANA,
                    new PatientDetails("Hong Seo-yeon", "1970-01-02", "female", List.of()),
                    key,
                    key,
                    SlotPoint.of(HexFormat.of().parseHex(POINT)),
                    PartyId.of(HANA),
                    Instant.EPOCH,
                    List.of(),
                    Hash32.ZERO,
                    signature),
                new byte[] {1},
                key,
                signature),
            "Hana Clinic",
            Visitor.Acquaintance.KNOWN);
  }

  Visitor visitor() {
    return visitor;
  }

  RecordItem item(int n) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(n, EntryKind.NOTE, "2026-03-0" + (n + 1), "Note " + n, List.of()),
        List.of());
  }

  RecordItem item(int n, String title, List<Check> failed) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(n, EntryKind.NOTE, "2026-03-0" + (n + 1), title, failed),
        List.of());
  }

  static RecordDesk.Opened complete() {
    return new RecordDesk.Opened(
        List.of(),
        new RecordOutcome.Opened(
            new BlockRef(18, Hash32.ZERO, Instant.EPOCH, Hash32.ZERO), 1, List.of()));
  }

  static RecordDesk.Shown words(String title) {
    return new RecordDesk.Shown(
        new EntryOutcome.Shown(new EntryView(List.of(new EntryView.Section(title, List.of())))),
        new DocumentOutcome.Nothing());
  }
}
