package org.chartseal.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/**
 * Files a sample patient's life: each visit at the hospital where it was, signed in bulk by that
 * hospital.
 */
final class RecordSetUp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workspace workspace;
  private final Keyring keyring;

  RecordSetUp(Workspace workspace, Keyring keyring) {
    this.workspace = workspace;
    this.keyring = keyring;
  }

  /** The entries of a bundle. */
  List<ParsedEntry> read(byte[] bundle, Progress progress) throws DemoException {
    return switch (workspace
        .clinical()
        .documents()
        .read(new DocumentSource.InMemory(bundle), progress)) {
      case ReadResult.Rejected(var fault) -> throw new DemoException(fault);
      case ReadResult.Parsed parsed -> parsed.entries();
    };
  }

  /**
   * Which hospital wrote what: the provider with the most visits is the first hospital, all others
   * are the second.
   *
   * @param hospitals one or two
   */
  Map<Identity, List<ParsedEntry>> split(List<ParsedEntry> entries, List<Identity> hospitals) {
    Map<String, Integer> visits = new HashMap<>();
    List<String> providers = new ArrayList<>();
    for (ParsedEntry entry : entries) {
      String provider = provider(entry);
      providers.add(provider);
      if (!provider.isEmpty()) {
        visits.merge(provider, 1, Integer::sum);
      }
    }
    String main =
        visits.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("");
    Map<Identity, List<ParsedEntry>> split = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      boolean first = providers.get(i).isEmpty() || providers.get(i).equals(main);
      Identity hospital = first ? hospitals.getFirst() : hospitals.getLast();
      split.computeIfAbsent(hospital, none -> new ArrayList<>()).add(entries.get(i));
    }
    return split;
  }

  /**
   * Files and signs entries; those that were filed before stay as they are.
   *
   * @return how many were signed now
   */
  int file(Identity hospital, SignedCard card, List<ParsedEntry> entries)
      throws DemoException, HomeException {
    try (Desk desk = Desk.open(workspace, keyring, hospital, "sign");
        PairStreams pair = desk.pair(card.card())) {
      List<JobId> unsigned = new ArrayList<>();
      switch (workspace
          .records()
          .filing()
          .file(
              desk.author(),
              card.card(),
              pair,
              sensitivity -> 0,
              EarlierServices.NONE,
              entries,
              DocumentFiling.Match.REQUIRED)) {
        case DocumentFiling.Outcome.Refused(var fault) -> throw new DemoException(fault);
        case DocumentFiling.Outcome.Done done ->
            done.entries().forEach(filed -> unsigned.addAll(waiting(filed)));
      }
      if (unsigned.isEmpty()) {
        return 0;
      }
      return switch (workspace
          .records()
          .signing()
          .sign(desk.keys(), desk.organisation().id(), unsigned)) {
        case SigningDesk.Outcome.Refused(var fault) -> throw new DemoException(fault);
        case SigningDesk.Outcome.Signed(int signed) -> signed;
      };
    } catch (RefusedException e) {
      throw new DemoException(e.fault());
    }
  }

  /** Drafts that a set-up left behind when it was interrupted before it signed are signed now. */
  private static List<JobId> waiting(DocumentFiling.Filed filed) {
    return switch (filed) {
      case DocumentFiling.Filed.Drafted drafted -> List.of(drafted.queued().job().id());
      case DocumentFiling.Filed.Known known -> waiting(known.before());
      case DocumentFiling.Filed.OtherPatient other -> List.of();
      case DocumentFiling.Filed.Refused refused -> List.of();
    };
  }

  private static List<JobId> waiting(Queued.QueuedEntry entry) {
    return switch (entry.job().state()) {
      case DRAFT -> List.of(entry.job().id());
      case SIGNED, STORED, SUBMITTED, FINAL, MOVED, FAILED -> List.of();
    };
  }

  private static String provider(ParsedEntry entry) {
    for (Part part : entry.content().parts(PartRole.RESOURCE)) {
      try {
        JsonNode resource = JSON.readTree(part.bytes());
        if (resource.path("resourceType").asText().equals("Encounter")) {
          return resource.path("serviceProvider").path("display").asText();
        }
      } catch (IOException e) {
        return "";
      }
    }
    return "";
  }
}
