package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.claims.Bill;
import org.chartseal.services.claims.BillLeaf;
import org.chartseal.services.claims.ClaimFile;
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
 * A bill as a CBOR map: {@code v}, {@code key}, {@code leaves}, {@code signature}, {@code
 * statement}.
 */
public final class BillCodec {

  private static final int VERSION = 1;

  private BillCodec() {}

  public static byte[] write(Bill bill) {
    CborWriter writer = new CborWriter().map(5);
    writer.key("v").unsigned(VERSION);
    writer.key("key").bytes(bill.signed().key().bytes());
    writer.key("leaves").array(bill.leaves().size());
    bill.leaves().forEach(leaf -> writer.bytes(leaf.bytes()));
    writer.key("signature").bytes(bill.signed().signature().bytes());
    writer.key("statement").bytes(bill.signed().statement().bytes());
    return writer.toByteArray();
  }

  /**
   * Reads a bill; its signature is not checked here.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  public static Bill read(byte[] bytes) throws RefusedException {
    try {
      CborReader reader = new CborReader(bytes);
      CborReader.Fields fields = reader.map();
      if (fields.require("v").unsigned(Long.MAX_VALUE) != VERSION) {
        throw new IllegalArgumentException("a bill of another version");
      }
      P256PublicKey key = P256PublicKey.of(fields.require("key").bytesOf(P256PublicKey.LENGTH));
      List<BillLeaf> leaves = leaves(fields.require("leaves"));
      Signature signature = Signatures.read(fields.require("signature"));
      Statement statement =
          Statement.parse(
              StatementType.BILL, fields.require("statement").bytesOf(Statement.LENGTH));
      fields.end();
      reader.end();
      return new Bill(new SignedStatement(statement, key, signature), leaves);
    } catch (CborException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<BillLeaf> leaves(CborReader reader) throws CborException {
    List<BillLeaf> leaves = new ArrayList<>();
    for (int left = reader.array(ClaimFile.MAX_LINES); left > 0; left--) {
      leaves.add(BillLeaf.parse(reader.bytesOf(BillLeaf.LENGTH)));
    }
    return leaves;
  }
}
