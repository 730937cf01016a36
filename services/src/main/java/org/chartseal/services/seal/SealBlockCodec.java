package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** The CBOR form of a seal block (§5.1). */
final class SealBlockCodec {

  private SealBlockCodec() {}

  static byte[] encode(SealBlock block) {
    SignedStatement signed = block.signed();
    boolean split = signed.statement().count() > SealBlock.MAX_LEAVES;
    CborWriter writer = new CborWriter().map(split ? 7 : 6);
    writer.key("v").unsigned(Blocks.VERSION);
    writer.key("key").bytes(signed.key().bytes());
    if (split) {
      writer.key("from").unsigned(block.from());
    }
    writer.key("before").bytes(block.before().map(Hash32::bytes).orElse(new byte[0]));
    writer.key("leaves").array(block.leaves().size());
    for (EntryReference leaf : block.leaves()) {
      writer.array(3).bytes(leaf.slot().value().bytes());
      writer.bytes(leaf.manifestDigest().bytes()).bytes(leaf.contentRoot().bytes());
    }
    writer.key("signature").bytes(signed.signature().bytes());
    writer.key("statement").bytes(signed.statement().bytes());
    return writer.toByteArray();
  }

  static SealBlock decode(byte[] bytes) throws RefusedException {
    try {
      CborReader reader = new CborReader(bytes);
      CborReader.Fields fields = reader.map();
      if (fields.require("v").unsigned(Long.MAX_VALUE) != Blocks.VERSION) {
        throw new RefusedException(Faults.UNKNOWN_VERSION);
      }
      P256PublicKey key = SignatureCodec.readKey(fields.require("key"));
      boolean split = fields.take("from");
      int from = split ? (int) reader.unsigned(Statement.MAX_COUNT) : 0;
      byte[] before = fields.require("before").bytes(32);
      List<EntryReference> leaves = leaves(fields.require("leaves"));
      Signature signature = SignatureCodec.readSignature(fields.require("signature"));
      Statement statement =
          Statement.parse(
              StatementType.ANCHOR, fields.require("statement").bytesOf(Statement.LENGTH));
      fields.end();
      reader.end();
      if (split != statement.count() > SealBlock.MAX_LEAVES) {
        throw new RefusedException(Faults.MALFORMED_SEAL_BLOCK);
      }
      return new SealBlock(
          new SignedStatement(statement, key, signature),
          leaves,
          from,
          before.length == 0 ? Optional.empty() : Optional.of(Hash32.of(before)));
    } catch (CborException | IllegalArgumentException e) {
      throw new RefusedException(Faults.MALFORMED_SEAL_BLOCK);
    }
  }

  private static List<EntryReference> leaves(CborReader reader) throws CborException {
    int count = reader.array(SealBlock.MAX_LEAVES);
    List<EntryReference> leaves = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      reader.arrayOf(3);
      Slot slot = new Slot(Hash32.of(reader.bytesOf(32)));
      Hash32 manifestDigest = Hash32.of(reader.bytesOf(32));
      leaves.add(new EntryReference(slot, manifestDigest, Hash32.of(reader.bytesOf(32))));
    }
    return leaves;
  }
}
