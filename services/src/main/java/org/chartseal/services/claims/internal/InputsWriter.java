package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.DecisionInputs;
import org.chartseal.services.claims.LedgerObservation;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Part;

/**
 * Writes what a decision is made from. Sets and maps are written in order, so that the bytes are
 * the same every time.
 */
final class InputsWriter {

  private InputsWriter() {}

  static ObjectNode tree(DecisionInputs inputs) {
    ObjectNode node = Fhir.object();
    node.put("chainId", inputs.ledger().chainId().toString());
    node.put("ledger", inputs.ledger().ledger().hex());
    node.put("settlement", inputs.settlement().ledger().hex());
    node.put("receivedOn", inputs.receivedOn().toString());
    inputs.coverage().ifPresent(coverage -> node.set("coverage", coverage(coverage)));
    node.set("before", DecisionWriter.accumulators(inputs.before()));
    ObjectNode billed = node.putObject("billedBefore");
    Map<Hash32, Hash32> sorted = new TreeMap<>(inputs.billedBefore());
    sorted.forEach((nullifier, claim) -> billed.put(nullifier.hex(), claim.hex()));
    node.set("observation", observation(inputs.observation()));
    ArrayNode claim = node.putArray("claim");
    for (Part part : ClaimCodec.content(inputs.claim()).parts()) {
      claim.addObject().put("mediaType", part.mediaType()).put("data", part.bytes());
    }
    return node;
  }

  private static ObjectNode coverage(Coverage coverage) {
    ObjectNode node = Fhir.object();
    node.put("plan", coverage.plan());
    node.put("member", coverage.member());
    node.put("patient", coverage.patient().value().hex());
    node.put("from", coverage.from().toString());
    coverage.until().ifPresent(until -> node.put("until", until.toString()));
    node.put("secondary", coverage.secondary());
    return node;
  }

  private static ObjectNode observation(LedgerObservation observation) {
    ObjectNode node = Fhir.object();
    BlockRef at = observation.at();
    node.putObject("block")
        .put("number", at.number())
        .put("hash", at.hash().hex())
        .put("time", at.time().getEpochSecond())
        .put("stateRoot", at.stateRoot().hex());
    node.put("current", observation.current());
    ArrayNode slots = node.putArray("slots");
    observation.slots().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().key()))
        .map(entry -> slot(entry.getKey(), entry.getValue()))
        .forEach(slots::add);
    ArrayNode licences = node.putArray("licences");
    observation.licences().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().mappingKey()))
        .map(entry -> licence(entry.getKey(), entry.getValue()))
        .forEach(licences::add);
    return node;
  }

  private static JsonNode slot(LedgerSlot slot, SlotState state) {
    ObjectNode node = Fhir.object();
    node.put("organisation", slot.organisation().number()).put("slot", slot.slot().value().hex());
    if (state instanceof SlotState.Filled filled) {
      node.put("word", filled.word().value().hex());
    }
    return node;
  }

  private static JsonNode licence(LicenceKey key, Licence licence) {
    ObjectNode node = Fhir.object();
    node.put("organisation", key.organisation().number()).put("key", key.key().value().hex());
    node.put("status", licence.status().name()).put("role", licence.role().name());
    node.put("notBefore", licence.notBefore().getEpochSecond());
    node.put("notAfter", licence.notAfter().getEpochSecond());
    licence
        .compromisedSince()
        .ifPresent(since -> node.put("compromisedSince", since.getEpochSecond()));
    return node;
  }
}
