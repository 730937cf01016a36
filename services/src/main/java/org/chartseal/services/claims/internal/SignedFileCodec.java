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
 * pack}, {@code signedAt}, {@code signature}.
 */
public final class SignedFileCodec {

  /** What was read. */
  public static final class Signed {
    private final byte[] file;
    private final byte[] pack;
    private final boolean hasPack;
    private final FileSignature signature;

    private Signed(byte[] file, Optional<byte[]> pack, FileSignature signature) {
      this.file = file;
      this.hasPack = pack.isPresent();
      this.pack = pack.orElse(new byte[0]);
      this.signature = signature;
    }

    public byte[] file() {
      return file;
    }

    /** The rule pack that lies beside it. */
    public Optional<byte[]> pack() {
      return hasPack ? Optional.of(pack) : Optional.empty();
    }

    public FileSignature signature() {
      return signature;
    }
  }

  private static final int VERSION = 1;
  private static final int MAX_FILE = 1 << 27;
  // 9999-12-31T23:59:59Z
  private static final long MAX_TIME = 253_402_300_799L;

  private SignedFileCodec() {}

  public static byte[] write(byte[] file, FileSignature signature) {
    return write(file, Optional.empty(), signature);
  }

  public static byte[] write(byte[] file, Optional<byte[]> pack, FileSignature signature) {
    CborWriter writer = new CborWriter().map(pack.isPresent() ? 6 : 5);
    writer.key("v").unsigned(VERSION);
    writer.key("key").bytes(signature.key().bytes());
    writer.key("file").bytes(file);
    pack.ifPresent(archive -> writer.key("pack").bytes(archive));
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
      if (fields.require("v").unsigned(Long.MAX_VALUE) != VERSION) {
        throw new IllegalArgumentException("it is of a newer version");
      }
      P256PublicKey key = P256PublicKey.of(fields.require("key").bytesOf(P256PublicKey.LENGTH));
      byte[] file = fields.require("file").bytes(MAX_FILE);
      Optional<byte[]> pack =
          fields.take("pack") ? Optional.of(reader.bytes(MAX_FILE)) : Optional.empty();
      Instant signedAt = Instant.ofEpochSecond(fields.require("signedAt").unsigned(MAX_TIME));
      Signature signature = Signatures.read(fields.require("signature"));
      fields.end();
      reader.end();
      FileStatement statement = new FileStatement(type, Digests.sha256(file), signedAt);
      return new Signed(file, pack, new FileSignature(statement, key, signature));
    } catch (CborException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
