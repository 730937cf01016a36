package org.chartseal.services.claims.desk.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.PartyId;

/** What the entries of claims, decisions and explanations say of themselves, and where they go. */
public final class ClaimEntries {

  private ClaimEntries() {}

  /** An entry of an organisation about a patient, dated now. */
  public static EntryDraft draft(
      OrganisationParty author,
      StreamAccess stream,
      EntryKind kind,
      PartyId subject,
      String title,
      Map<String, String> summary,
      Content content,
      Instant now) {
    EntryDescription description =
        new EntryDescription(
            kind,
            subject,
            author.id(),
            author.keys().signing().publicKey(),
            author.name(),
            now.truncatedTo(ChronoUnit.SECONDS).toString(),
            now,
            title,
            summary,
            author.certificates());
    return new EntryDraft(stream, OrganisationEntries.LANE, description, content, Optional.empty());
  }

  /** The streams of some years, the oldest first. */
  public static List<StreamAccess> years(int from, int to, IntFunction<StreamAccess> stream) {
    List<StreamAccess> streams = new ArrayList<>();
    for (int year = Math.min(from, to); year <= to; year++) {
      streams.add(stream.apply(year));
    }
    return streams;
  }

  /** The UTC year of a moment. */
  public static int year(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).getYear();
  }
}
