package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** Signatures and proofs in CBOR (§5). */
final class SignatureCodec {

  /** The longest path in a tree of 2^20 leaves. */
  static final int MAX_PATH = 20;

  private SignatureCodec() {}

  /** Writes {@code [statement, signature, index, size, path, key]} (§5.2). */
  static void write(EntrySignature signature, CborWriter writer) {
    SignedStatement signed = signature.signed();
    InclusionProof place = signature.place();
    writer.array(6).bytes(signed.statement().bytes()).bytes(signed.signature().bytes());
    writer.unsigned(place.index()).unsigned(place.size());
    writePath(place.path(), writer);
    writer.bytes(signed.key().bytes());
  }

  static EntrySignature read(CborReader reader) throws CborException, RefusedException {
    reader.arrayOf(6);
    Statement statement = Statement.parse(StatementType.ANCHOR, reader.bytesOf(Statement.LENGTH));
    Signature signature = readSignature(reader);
    int index = (int) reader.unsigned(Statement.MAX_COUNT);
    int size = (int) reader.unsigned(Statement.MAX_COUNT);
    List<Hash32> path = readPath(reader);
    P256PublicKey key = readKey(reader);
    return new EntrySignature(
        new SignedStatement(statement, key, signature), new InclusionProof(index, size, path));
  }

  static void writePath(List<Hash32> path, CborWriter writer) {
    writer.array(path.size());
    path.forEach(node -> writer.bytes(node.bytes()));
  }

  static List<Hash32> readPath(CborReader reader) throws CborException {
    int length = reader.array(MAX_PATH);
    List<Hash32> path = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      path.add(Hash32.of(reader.bytesOf(32)));
    }
    return path;
  }

  static P256PublicKey readKey(CborReader reader) throws CborException {
    return P256PublicKey.of(reader.bytesOf(P256PublicKey.LENGTH));
  }

  /** Reads a signature and refuses a high s, which {@link Signature#of} would lower. */
  static Signature readSignature(CborReader reader) throws CborException {
    byte[] bytes = reader.bytesOf(Signature.LENGTH);
    Signature signature = Signature.of(bytes);
    if (!Arrays.equals(bytes, signature.bytes())) {
      throw new CborException("a signature has a high s");
    }
    return signature;
  }
}
