package org.chartseal.services.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.chartseal.services.ledger.internal.TestSlotKey;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** One patient's slot, with a random key. */
public final class TestPatient {

  private final TestSlotKey key = new TestSlotKey();
  private final Instant notAfter = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3_600);

  public LedgerSlot slot() {
    return new LedgerSlot(OrganisationId.PATIENTS, key.slot());
  }

  public Submission.PatientAnchors anchor(Deployment deployment, String content) {
    Hash32 digest = PatientDigests.anchor(deployment, manifest(content), root(content), notAfter);
    return new Submission.PatientAnchors(List.of(item(content, digest)));
  }

  public Submission.PatientRetractions retract(Deployment deployment, String content) {
    Hash32 digest = PatientDigests.retract(deployment, manifest(content), root(content), notAfter);
    return new Submission.PatientRetractions(List.of(item(content, digest)));
  }

  public Hash32 recordDigest(String content) {
    return new EntryDigests(manifest(content), root(content)).recordDigest();
  }

  private PatientAnchor item(String content, Hash32 digest) {
    return new PatientAnchor(manifest(content), root(content), notAfter, key.sign(digest));
  }

  private static Hash32 manifest(String content) {
    return Digests.sha256(("manifest " + content).getBytes(StandardCharsets.UTF_8));
  }

  private static Hash32 root(String content) {
    return Digests.sha256(("root " + content).getBytes(StandardCharsets.UTF_8));
  }
}
