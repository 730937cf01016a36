package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** The CBOR form of a disclosure (§8.1). */
final class DisclosureCodec {

  private DisclosureCodec() {}

  static byte[] encode(Disclosure disclosure) {
    EntryReference entry = disclosure.entry();
    SignedStatement signed = disclosure.signature().signed();
    InclusionProof place = disclosure.signature().place();
    CborWriter writer = new CborWriter().map(12);
    writer.key("v").unsigned(Blocks.VERSION);
    writer.key("key").bytes(signed.key().bytes());
    writer.key("path");
    SignatureCodec.writePath(place.path(), writer);
    writer.key("root").bytes(entry.contentRoot().bytes());
    writer.key("size").unsigned(disclosure.leaves().getFirst().place().size());
    writer.key("slot").bytes(entry.slot().value().bytes());
    writer.key("index").unsigned(place.index());
    writer.key("leaves").array(disclosure.leaves().size());
    for (ShownLeaf shown : disclosure.leaves()) {
      writer.array(4).unsigned(shown.place().index());
      writer.bytes(shown.salt().bytes()).bytes(shown.leaf().body());
      SignatureCodec.writePath(shown.place().path(), writer);
    }
    writer.key("manifest").bytes(entry.manifestDigest().bytes());
    writer.key("signature").bytes(signed.signature().bytes());
    writer.key("statement").bytes(signed.statement().bytes());
    writer.key("organisation").unsigned(disclosure.organisation().number());
    return writer.toByteArray();
  }

  static Disclosure decode(byte[] bytes) throws RefusedException {
    try {
      CborReader reader = new CborReader(bytes);
      CborReader.Fields fields = reader.map();
      if (fields.require("v").unsigned(Long.MAX_VALUE) != Blocks.VERSION) {
        throw new RefusedException(Faults.UNKNOWN_VERSION);
      }
      Disclosure disclosure = read(fields);
      fields.end();
      reader.end();
      return disclosure;
    } catch (CborException | IllegalArgumentException e) {
      throw new RefusedException(Faults.MALFORMED_DISCLOSURE);
    }
  }

  private static Disclosure read(CborReader.Fields fields) throws CborException, RefusedException {
    P256PublicKey key = SignatureCodec.readKey(fields.require("key"));
    List<Hash32> path = SignatureCodec.readPath(fields.require("path"));
    Hash32 root = hash(fields.require("root"));
    int size = (int) fields.require("size").unsigned(ContentTree.MAX_LEAVES);
    Slot slot = new Slot(hash(fields.require("slot")));
    int index = (int) fields.require("index").unsigned(Statement.MAX_COUNT);
    List<ShownLeaf> leaves = leaves(fields.require("leaves"), size);
    Hash32 manifestDigest = hash(fields.require("manifest"));
    Signature signature = SignatureCodec.readSignature(fields.require("signature"));
    Statement statement =
        Statement.parse(
            StatementType.ANCHOR, fields.require("statement").bytesOf(Statement.LENGTH));
    OrganisationId organisation =
        new OrganisationId(fields.require("organisation").unsigned(Long.MAX_VALUE));
    EntrySignature signed =
        new EntrySignature(
            new SignedStatement(statement, key, signature),
            new InclusionProof(index, statement.count(), path));
    return new Disclosure(
        organisation, new EntryReference(slot, manifestDigest, root), signed, leaves);
  }

  private static List<ShownLeaf> leaves(CborReader reader, int size)
      throws CborException, RefusedException {
    int count = reader.array(ContentTree.MAX_LEAVES);
    List<ShownLeaf> leaves = new ArrayList<>(Math.min(count, 64));
    int last = -1;
    for (int i = 0; i < count; i++) {
      reader.arrayOf(4);
      int index = (int) reader.unsigned(ContentTree.MAX_LEAVES);
      if (index <= last) {
        throw new RefusedException(Faults.MALFORMED_DISCLOSURE);
      }
      last = index;
      Hash32 salt = hash(reader);
      Leaf leaf = Leaf.parse(reader.bytes(Content.MAX_LENGTH));
      leaves.add(
          new ShownLeaf(
              leaf, salt, new InclusionProof(index, size, SignatureCodec.readPath(reader))));
    }
    return leaves;
  }

  private static Hash32 hash(CborReader reader) throws CborException {
    return Hash32.of(reader.bytesOf(32));
  }
}
