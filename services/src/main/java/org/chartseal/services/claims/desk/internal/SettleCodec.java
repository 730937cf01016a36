package org.chartseal.services.claims.desk.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * A settlement as the outbox holds it: a CBOR map {@code v}, {@code bill}, {@code claim}, {@code
 * lines}, {@code settlement}. All of it goes on chain.
 */
public final class SettleCodec {

  private static final int VERSION = 1;
  private static final int MAX_PATH = 20;

  private SettleCodec() {}

  /** The payload of an act. */
  public static byte[] write(Submission.Settle settle) {
    CborWriter writer = new CborWriter().map(5);
    writer.key("v").unsigned(VERSION);
    statement(writer.key("bill"), settle.bill());
    writer.key("claim").bytes(settle.claim().bytes());
    writer.key("lines").array(settle.lines().size());
    settle.lines().forEach(line -> line(writer, line));
    statement(writer.key("settlement"), settle.settlement());
    return writer.toByteArray();
  }

  /**
   * Reads a payload.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Submission.Settle read(byte[] payload) {
    try {
      CborReader reader = new CborReader(payload);
      CborReader.Fields fields = reader.map();
      if (fields.require("v").unsigned(VERSION) != VERSION) {
        throw new IllegalArgumentException("a settlement of another version");
      }
      SignedStatement bill = statement(fields.require("bill"), StatementType.BILL);
      Hash32 claim = Hash32.of(fields.require("claim").bytesOf(32));
      List<SettleLine> lines = lines(fields.require("lines"));
      SignedStatement settlement = statement(fields.require("settlement"), StatementType.SETTLE);
      fields.end();
      reader.end();
      return new Submission.Settle(settlement, bill, claim, lines);
    } catch (CborException | RefusedException e) {
      throw new IllegalArgumentException("no settlement", e);
    }
  }

  private static void statement(CborWriter writer, SignedStatement signed) {
    writer
        .array(3)
        .bytes(signed.statement().bytes())
        .bytes(signed.key().bytes())
        .bytes(signed.signature().bytes());
  }

  private static SignedStatement statement(CborReader reader, StatementType type)
      throws CborException, RefusedException {
    reader.arrayOf(3);
    Statement statement = Statement.parse(type, reader.bytesOf(Statement.LENGTH));
    P256PublicKey key = P256PublicKey.of(reader.bytesOf(P256PublicKey.LENGTH));
    return new SignedStatement(statement, key, signature(reader));
  }

  private static Signature signature(CborReader reader) throws CborException {
    byte[] bytes = reader.bytesOf(Signature.LENGTH);
    Signature signature = Signature.of(bytes);
    if (!Arrays.equals(bytes, signature.bytes())) {
      throw new CborException("a signature has a high s");
    }
    return signature;
  }

  private static void line(CborWriter writer, SettleLine line) {
    InclusionProof proof = line.inBill();
    writer.array(7).bytes(line.nullifier().bytes());
    for (BigInteger amount : List.of(line.amount(), line.patientShare(), line.billed())) {
      writer.unsigned(amount.longValueExact());
    }
    writer.unsigned(proof.index()).unsigned(proof.size()).array(proof.path().size());
    proof.path().forEach(node -> writer.bytes(node.bytes()));
  }

  private static List<SettleLine> lines(CborReader reader) throws CborException {
    List<SettleLine> lines = new ArrayList<>();
    for (int left = reader.array(ClaimFile.MAX_LINES); left > 0; left--) {
      reader.arrayOf(7);
      lines.add(
          new SettleLine(
              Hash32.of(reader.bytesOf(32)),
              BigInteger.valueOf(reader.unsigned(Long.MAX_VALUE)),
              BigInteger.valueOf(reader.unsigned(Long.MAX_VALUE)),
              BigInteger.valueOf(reader.unsigned(Long.MAX_VALUE)),
              proof(reader)));
    }
    return lines;
  }

  private static InclusionProof proof(CborReader reader) throws CborException {
    int index = (int) reader.unsigned(Statement.MAX_COUNT);
    int size = (int) reader.unsigned(Statement.MAX_COUNT);
    List<Hash32> path = new ArrayList<>();
    for (int left = reader.array(MAX_PATH); left > 0; left--) {
      path.add(Hash32.of(reader.bytesOf(32)));
    }
    return new InclusionProof(index, size, path);
  }
}
