package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.DecisionInputs;
import org.chartseal.services.claims.LedgerObservation;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.Slot;

/**
 * Reads a decision's body. Everything that is wrong with one ends as an IllegalArgumentException.
 */
public final class DecisionReader {

  private DecisionReader() {}

  /** What it was decided from. */
  public static DecisionInputs inputs(byte[] body) throws RefusedException {
    JsonNode tree = tree(body);
    try {
      return inputs(
          Fields.of(tree).object("inputs"), Currency.getInstance(Fields.of(tree).text("currency")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** By which pack it was decided. */
  public static PackId pack(byte[] body) {
    Fields pack = Fields.of(tree(body)).object("pack");
    return new PackId(pack.text("id"), pack.text("version"), pack.hash("digest"));
  }

  /** What persons ruled, in the order in which they did. */
  public static List<SignedRuling> rulings(byte[] body) {
    Fields tree = Fields.of(tree(body));
    return tree.has("rulings")
        ? tree.array("rulings").stream().map(RulingCodec::read).toList()
        : List.of();
  }

  /** The tree of a body of the versions that are known here. */
  public static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = Json.STRICT.readTree(body);
      int version = tree.path("v").asInt();
      boolean ruled = tree.path("rulings").size() > 0;
      if (DecisionWriter.FORMAT.equals(tree.path("format").asText())
          && version == (ruled ? DecisionWriter.RULED : DecisionWriter.BY_RULES)) {
        return tree;
      }
      throw new IllegalArgumentException("it is no decision of version 1 or 2");
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static DecisionInputs inputs(Fields inputs, Currency currency) throws RefusedException {
    BigInteger chainId = new BigInteger(inputs.text("chainId"));
    return new DecisionInputs(
        new Deployment(chainId, Address.ofHex(inputs.text("ledger"))),
        new Deployment(chainId, Address.ofHex(inputs.text("settlement"))),
        claim(inputs.array("claim")),
        observation(inputs.object("observation")),
        inputs.optional("coverage").map(DecisionReader::coverage),
        accumulators(inputs.object("before"), currency),
        billedBefore(inputs.object("billedBefore")),
        LocalDate.parse(inputs.text("receivedOn")));
  }

  private static SubmittedClaim claim(List<Fields> parts) throws RefusedException {
    List<Part> read = new ArrayList<>();
    for (Fields part : parts) {
      PartRole role = read.isEmpty() ? PartRole.RESOURCE : PartRole.ATTACHMENT;
      read.add(new Part(role, part.text("mediaType"), part.bytes("data")));
    }
    return ClaimCodec.read(new Content(read));
  }

  private static Coverage coverage(Fields coverage) {
    return new Coverage(
        coverage.text("plan"),
        coverage.text("member"),
        new PartyId(coverage.hash("patient")),
        LocalDate.parse(coverage.text("from")),
        coverage.optionalText("until").map(LocalDate::parse),
        coverage.flag("secondary"));
  }

  static Accumulators accumulators(Fields years, Currency currency) {
    TreeMap<Integer, Accumulators.Totals> totals = new TreeMap<>();
    for (String year : years.names()) {
      Fields entry = years.object(year);
      totals.put(
          Integer.valueOf(year),
          new Accumulators.Totals(
              Money.parse(entry.text("deductibleMet"), currency),
              Money.parse(entry.text("outOfPocketMet"), currency)));
    }
    return new Accumulators(currency, totals);
  }

  private static Map<Hash32, Hash32> billedBefore(Fields billed) {
    Map<Hash32, Hash32> claims = new HashMap<>();
    for (String nullifier : billed.names()) {
      claims.put(Hash32.ofHex(nullifier), billed.hash(nullifier));
    }
    return claims;
  }

  private static LedgerObservation observation(Fields observation) {
    Fields block = observation.object("block");
    Map<LedgerSlot, SlotState> slots = new HashMap<>();
    for (Fields slot : observation.array("slots")) {
      Optional<String> word = slot.optionalText("word");
      slots.put(
          new LedgerSlot(organisation(slot), new Slot(slot.hash("slot"))),
          word.<SlotState>map(hex -> new SlotState.Filled(new Word(Hash32.ofHex(hex))))
              .orElse(new SlotState.Empty()));
    }
    Map<LicenceKey, Licence> licences = new HashMap<>();
    for (Fields licence : observation.array("licences")) {
      licences.put(
          new LicenceKey(organisation(licence), new KeyId(licence.hash("key"))), licence(licence));
    }
    return new LedgerObservation(
        new BlockRef(
            block.number("number"),
            block.hash("hash"),
            block.instant("time"),
            block.hash("stateRoot")),
        observation.flag("current"),
        slots,
        licences);
  }

  private static Licence licence(Fields licence) {
    return new Licence(
        LicenceStatus.valueOf(licence.text("status")),
        LicenceRole.valueOf(licence.text("role")),
        licence.instant("notBefore"),
        licence.instant("notAfter"),
        licence.has("compromisedSince")
            ? Optional.of(licence.instant("compromisedSince"))
            : Optional.<Instant>empty());
  }

  private static OrganisationId organisation(Fields fields) {
    return new OrganisationId(fields.number("organisation"));
  }
}
