package org.chartseal.services.claims;

import java.time.Instant;
import org.chartseal.services.claims.internal.SignedFileCodec;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.StatementType;

/** A rule pack's archive with its publisher's signature: a {@code .rulepack} file. */
public final class SignedRulePack {

  private static final Fault NO_PACK =
      new Fault("CS-RULE-03", "This is no signed rule pack. Ask its publisher for it again.");
  private static final Fault BAD_SIGNATURE =
      new Fault("CS-RULE-04", "The rule pack was changed after it was signed. Do not use it.");

  private final byte[] archive;
  private final FileSignature signature;

  public SignedRulePack(byte[] archive, FileSignature signature) {
    this.archive = archive.clone();
    this.signature = signature;
  }

  /** What its publisher is to sign. */
  public static FileStatement statement(byte[] archive, Instant signedAt) {
    return FileStatement.of(StatementType.RULEPACK, archive, signedAt);
  }

  /**
   * Reads a file; the signature is not checked here.
   *
   * @throws RefusedException CS-RULE-03 if it is none
   */
  public static SignedRulePack parse(byte[] file) throws RefusedException {
    try {
      SignedFileCodec.Signed signed = SignedFileCodec.read(StatementType.RULEPACK, file);
      return new SignedRulePack(signed.file(), signed.signature());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_PACK);
    }
  }

  /** The file. */
  public byte[] bytes() {
    return SignedFileCodec.write(archive, signature);
  }

  /** A copy of the archive. */
  public byte[] archive() {
    return archive.clone();
  }

  public FileSignature signature() {
    return signature;
  }

  /**
   * Checks the signature and opens the pack. Whether the key is one that the insurer trusts, the
   * caller says.
   *
   * @throws RefusedException CS-RULE-04 if the signature does not hold, CS-RULE-01 if the pack
   *     cannot be used
   */
  public RulePack open(SignatureVerifier verifier) throws RefusedException {
    if (!signature.verify(verifier, StatementType.RULEPACK, archive)) {
      throw new RefusedException(BAD_SIGNATURE);
    }
    return new RulePacks().open(archive);
  }
}
