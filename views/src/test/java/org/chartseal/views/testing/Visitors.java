package org.chartseal.views.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;
import org.chartseal.views.kit.patient.Visitor;

/** Patients with their cards, at Hana Clinic. */
public final class Visitors {

  private static final OrganisationId HANA = new OrganisationId(1);
  private static final String POINT =
      "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

  /** Hong Seo-yeon, who was here before. */
  public Visitor hong() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    P256PublicKey key = P256PublicKey.of((ECPublicKey) keys.generateKeyPair().getPublic());
    byte[] any = new byte[64];
    any[31] = 1;
    any[63] = 1;
    Signature signature = Signature.of(any);
    return new Visitor(
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
}
