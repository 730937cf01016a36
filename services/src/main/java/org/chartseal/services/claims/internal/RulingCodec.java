package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.FileSignature;
import org.chartseal.services.claims.FileStatement;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** Rulings as the body of a decision holds them (docs/decision-file.md). */
public final class RulingCodec {

  private static final String FORMAT = "chartseal-ruling";
  private static final int VERSION = 1;
  private static final String APPROVED = "approved";
  private static final String DENIED = "denied";

  private RulingCodec() {}

  /** What is signed. */
  public static byte[] bytes(Ruling ruling) {
    return Fhir.bytes(tree(ruling));
  }

  static ObjectNode signed(SignedRuling signed) {
    FileSignature signature = signed.signature();
    ObjectNode node = Fhir.object();
    node.set("ruling", tree(signed.ruling()));
    node.put("key", HexFormat.of().formatHex(signature.key().bytes()));
    node.put("signedAt", signature.statement().signedAt().getEpochSecond());
    node.put("signature", HexFormat.of().formatHex(signature.signature().bytes()));
    return node;
  }

  static SignedRuling read(Fields fields) {
    Ruling ruling = ruling(fields.object("ruling"));
    byte[] bytes = HexFormat.of().parseHex(fields.text("signature"));
    Signature signature = Signature.of(bytes);
    if (!Arrays.equals(bytes, signature.bytes())) {
      throw new IllegalArgumentException("a signature has a high s");
    }
    return new SignedRuling(
        ruling,
        new FileSignature(
            FileStatement.of(StatementType.RULING, ruling.bytes(), fields.instant("signedAt")),
            P256PublicKey.of(HexFormat.of().parseHex(fields.text("key"))),
            signature));
  }

  private static ObjectNode tree(Ruling ruling) {
    ObjectNode node = Fhir.object().put("format", FORMAT).put("v", VERSION);
    node.put("on", ruling.on().hex());
    node.put("line", ruling.line());
    switch (ruling.verdict()) {
      case Ruling.Verdict.Approve(Money allowed) ->
          node.put("verdict", APPROVED).put("allowed", DecisionWriter.decimal(allowed));
      case Ruling.Verdict.Deny(AdjustmentReason code) ->
          node.put("verdict", DENIED)
              .put("group", code.group())
              .put("carc", code.carc())
              .put("rarc", code.rarc());
    }
    node.put("reason", ruling.reason());
    node.put("person", ruling.person());
    node.put("currency", ruling.before().deductibleMet().currency().getCurrencyCode());
    node.putObject("before")
        .put("deductibleMet", DecisionWriter.decimal(ruling.before().deductibleMet()))
        .put("outOfPocketMet", DecisionWriter.decimal(ruling.before().outOfPocketMet()));
    return node;
  }

  private static Ruling ruling(Fields fields) {
    if (!fields.text("format").equals(FORMAT) || fields.number("v") != VERSION) {
      throw new IllegalArgumentException("it is no ruling of version 1");
    }
    Currency currency = Currency.getInstance(fields.text("currency"));
    Fields before = fields.object("before");
    return new Ruling(
        fields.hash("on"),
        Math.toIntExact(fields.number("line")),
        verdict(fields, currency),
        fields.text("reason"),
        fields.text("person"),
        new Accumulators.Totals(
            Money.parse(before.text("deductibleMet"), currency),
            Money.parse(before.text("outOfPocketMet"), currency)));
  }

  private static Ruling.Verdict verdict(Fields fields, Currency currency) {
    return switch (fields.text("verdict")) {
      case APPROVED -> new Ruling.Verdict.Approve(Money.parse(fields.text("allowed"), currency));
      case DENIED ->
          new Ruling.Verdict.Deny(
              new AdjustmentReason(fields.text("group"), fields.text("carc"), fields.text("rarc")));
      default -> throw new IllegalArgumentException("it is neither approved nor denied");
    };
  }
}
