package org.chartseal.views.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.YearKey;
import org.chartseal.signing.P256PublicKey;

/** Entries of Hana Clinic, as a reader gives them out. */
public final class Entries {

  private static final OrganisationId HANA = new OrganisationId(1);
  private static final Instant ANCHORED = Instant.parse("2026-03-02T10:00:00Z");

  private final P256PublicKey author;
  private final PartyId subject = PartyId.of(HANA);

  /** Equal verdicts of one opening are one object, as a reader makes them. */
  private final Map<List<Check>, Verdict> verdicts = new HashMap<>();

  public Entries() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    author = P256PublicKey.of((ECPublicKey) keys.generateKeyPair().getPublic());
  }

  /** An entry that passed every check but those that failed, at block 18. */
  public RecordEntry entry(int n, EntryKind kind, String date, String title, List<Check> failed) {
    return entry(18, n, kind, date, title, failed);
  }

  /** The same at another block. */
  public RecordEntry entry(
      long block, int n, EntryKind kind, String date, String title, List<Check> failed) {
    StreamAccess where =
        new StreamAccess(
            HANA,
            new StreamId(PartyId.of(HANA), SensitivityClass.GENERAL, 0, 2026),
            YearKey.of(new byte[32]).streamKeys(),
            Optional.empty());
    byte[] slot = new byte[32];
    ByteBuffer.wrap(slot).putInt(28, n);
    byte[] word = new byte[32];
    word[0] = 1;
    ByteBuffer.wrap(word).putInt(24, (int) ANCHORED.getEpochSecond());
    LaneReading.Filled anchor =
        new LaneReading.Filled(
            new Place(0, n),
            new LedgerSlot(HANA, new Slot(Hash32.of(slot))),
            new Word(Hash32.of(word)));
    EntryDescription description =
        new EntryDescription(
            kind,
            subject,
            HANA,
            author,
            "Dr Kim Minji",
            date,
            ANCHORED,
            title,
            Map.of(),
            Optional.empty());
    return new RecordEntry(
        where,
        anchor,
        new BlockRef(block, Hash32.ZERO, ANCHORED, Hash32.ZERO),
        Optional.of(description),
        Optional.of(description.authorName()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Content(List.of())),
        verdicts.computeIfAbsent(failed, Entries::verdict));
  }

  private static Verdict verdict(List<Check> failed) {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : Check.values()) {
      results.add(
          failed.contains(check)
              ? CheckResult.failed(check, "It does not hold: " + check)
              : CheckResult.passed(check, "It holds."));
    }
    return new Verdict(results);
  }
}
