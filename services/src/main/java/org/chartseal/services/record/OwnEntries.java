package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.StreamId;

/** Finds an organisation's own clinical entries, to be corrected or taken back. */
public final class OwnEntries {

  private static final Fault NONE =
      new Fault(
          "CS-WRITE-08",
          "There is no final clinical entry of this organisation in that place. Name one that it wrote; what is still on its way can be replaced when it is final.");
  private static final Fault GONE =
      new Fault(
          "CS-WRITE-11",
          "This entry was taken back before, and stays so. Correct the one that took its place.");
  private static final Fault UNREADABLE =
      new Fault(
          "CS-WRITE-12",
          "The entry cannot be read now, or is not what was anchored, so it cannot be replaced. Try again when store and network are well.");

  private final RecordReader reader;

  public OwnEntries(RecordReader reader) {
    this.reader = reader;
  }

  /**
   * The entry in that place.
   *
   * @throws RefusedException if there is none, it was taken back, or it cannot be read
   */
  public Replaced find(
      OrganisationParty organisation, PairStreams pair, StreamId stream, Place place)
      throws RefusedException {
    if (!stream.sensitivity().isClinical() || stream.year() == StreamId.CONTROL_YEAR) {
      throw new RefusedException(NONE);
    }
    StreamAccess access =
        pair.stream(organisation.id(), stream.sensitivity(), stream.generation(), stream.year());
    List<RecordEntry> found = new ArrayList<>();
    try {
      RecordOutcome outcome =
          reader.read(
              pair.patient(),
              List.of(access),
              Progress.NONE,
              entry -> {
                if (entry.anchor().place().equals(place)) {
                  found.add(entry);
                }
              });
      if (outcome instanceof RecordOutcome.Failed(var fault)) {
        throw new RefusedException(fault);
      }
    } finally {
      access.keys().close();
    }
    if (found.isEmpty()) {
      throw new RefusedException(NONE);
    }
    return replaced(organisation, found.getFirst());
  }

  private static Replaced replaced(OrganisationParty organisation, RecordEntry entry)
      throws RefusedException {
    if (entry.anchor().word().retractedAt().isPresent()) {
      throw new RefusedException(GONE);
    }
    EntryDescription description =
        entry.description().orElseThrow(() -> new RefusedException(UNREADABLE));
    EntryReference reference =
        entry.reference().orElseThrow(() -> new RefusedException(UNREADABLE));
    // What its author's key could no longer anchor was attested by the organisation's own.
    for (KeyId author :
        List.of(
            KeyId.of(description.author()), KeyId.of(organisation.keys().signing().publicKey()))) {
      if (entry.anchor().word().matches(reference.recordDigest(), author)) {
        return new Replaced(
            entry.where().stream(), entry.anchor().slot(), reference, author, description.date());
      }
    }
    throw new RefusedException(UNREADABLE);
  }
}
