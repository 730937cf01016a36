package org.chartseal.services.claims.internal;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.claims.FileSignature;
import org.chartseal.services.claims.FileStatement;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.StatementType;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * A file with its signature, as a CBOR map: {@code v}, {@code key}, {@code file}, optionally {@code
 * pack}, {@code proofs} in version 2, {@code signedAt}, {@code signature}.
 */
public final class SignedFileCodec {

  /** What was read. */
  public static final class Signed {
    private final byte[] file;
    private final byte[] pack;
    private final boolean hasPack;
    private final byte[] proofs;
    private final boolean hasProofs;
    private final FileSignature signature;

    private Signed(
        byte[] file, Optional<byte[]> pack, Optional<byte[]> proofs, FileSignature signature) {
      this.file = file;
      this.hasPack = pack.isPresent();
      this.pack = pack.orElse(new byte[0]);
      this.hasProofs = proofs.isPresent();
      this.proofs = proofs.orElse(new byte[0]);
      this.signature = signature;
    }

    public byte[] file() {
      return file;
    }

    /** The rule pack that lies beside it. */
    public Optional<byte[]> pack() {
      return hasPack ? Optional.of(pack) : Optional.empty();
    }

    /** The proofs of the ledger's state that lie beside it. */
    public Optional<byte[]> proofs() {
      return hasProofs ? Optional.of(proofs) : Optional.empty();
    }

    public FileSignature signature() {
      return signature;
    }
  }

  private static final int PLAIN = 1;
  private static final int WITH_PROOFS = 2;
  private static final int MAX_FILE = 1 << 27;
  // 9999-12-31T23:59:59Z
  private static final long MAX_TIME = 253_402_300_799L;

  private SignedFileCodec() {}

  public static byte[] write(byte[] file, FileSignature signature) {
    return write(file, Optional.empty(), Optional.empty(), signature);
  }

  public static byte[] write(
      byte[] file, Optional<byte[]> pack, Optional<byte[]> proofs, FileSignature signature) {
    CborWriter writer =
        new CborWriter().map(5 + (pack.isPresent() ? 1 : 0) + (proofs.isPresent() ? 1 : 0));
    writer.key("v").unsigned(proofs.isPresent() ? WITH_PROOFS : PLAIN);
    writer.key("key").bytes(signature.key().bytes());
    writer.key("file").bytes(file);
    pack.ifPresent(archive -> writer.key("pack").bytes(archive));
    proofs.ifPresent(bytes -> writer.key("proofs").bytes(bytes));
    writer.key("signedAt").unsigned(signature.statement().signedAt().getEpochSecond());
    writer.key("signature").bytes(signature.signature().bytes());
    return writer.toByteArray();
  }

  /**
   * Reads a file; the signature is not checked.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Signed read(StatementType type, byte[] bytes) {
    try {
      CborReader reader = new CborReader(bytes);
      CborReader.Fields fields = reader.map();
      long version = fields.require("v").unsigned(Long.MAX_VALUE);
      boolean proven = version == WITH_PROOFS && type == StatementType.DECISION;
      if (version != PLAIN && !proven) {
        throw new IllegalArgumentException("it is of a newer version");
      }
      P256PublicKey key = P256PublicKey.of(fields.require("key").bytesOf(P256PublicKey.LENGTH));
      byte[] file = fields.require("file").bytes(MAX_FILE);
      Optional<byte[]> pack =
          fields.take("pack") ? Optional.of(reader.bytes(MAX_FILE)) : Optional.empty();
      Optional<byte[]> proofs =
          proven ? Optional.of(fields.require("proofs").bytes(MAX_FILE)) : Optional.empty();
      Instant signedAt = Instant.ofEpochSecond(fields.require("signedAt").unsigned(MAX_TIME));
      Signature signature = Signatures.read(fields.require("signature"));
      fields.end();
      reader.end();
      FileStatement statement = new FileStatement(type, Digests.sha256(file), signedAt);
      return new Signed(file, pack, proofs, new FileSignature(statement, key, signature));
    } catch (CborException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
