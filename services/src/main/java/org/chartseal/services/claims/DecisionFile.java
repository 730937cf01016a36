package org.chartseal.services.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.internal.DecisionReader;
import org.chartseal.services.claims.internal.DecisionWriter;
import org.chartseal.services.claims.internal.ResultReader;
import org.chartseal.services.claims.internal.SignedFileCodec;
import org.chartseal.services.ledger.StateProof;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.StatementType;

/**
 * A signed decision: the claim with its disclosures, what the ledger said, all inputs, each line's
 * outcome, and where wanted the rule pack. Anybody can decide again from it, without a network
 * (docs/decision-file.md).
 */
public final class DecisionFile {

  /** Media type of the file, as an attachment of the decision's entry. */
  public static final String MEDIA_TYPE = "application/vnd.chartseal.decision+cbor";

  private static final Fault NO_DECISION =
      new Fault(
          "CS-DECISION-01",
          "This is no decision file that this version can read. Ask the insurer for it again.");

  private final byte[] body;
  private final FileSignature signature;
  private final Optional<byte[]> pack;
  private final Optional<StateProof> proofs;

  private DecisionFile(
      byte[] body, FileSignature signature, Optional<byte[]> pack, Optional<StateProof> proofs) {
    this.body = body;
    this.signature = signature;
    this.pack = pack;
    this.proofs = proofs;
  }

  /** The body that the insurer signs: JSON, UTF-8, the same for the same decision. */
  public static byte[] body(Decision decision) {
    return DecisionWriter.bytes(decision);
  }

  /** What the insurer is to sign for a body. */
  public static FileStatement statement(byte[] body, Instant signedAt) {
    return FileStatement.of(StatementType.DECISION, body, signedAt);
  }

  /** A file without its rule pack. */
  public static DecisionFile of(byte[] body, FileSignature signature) {
    return new DecisionFile(body.clone(), signature, Optional.empty(), Optional.empty());
  }

  /** The same with its rule pack, for readers who do not have it. */
  public DecisionFile with(byte[] packArchive) {
    return new DecisionFile(body, signature, Optional.of(packArchive.clone()), proofs);
  }

  /** The same with the proofs that the ledger held what the body says, at the block it names. */
  public DecisionFile with(StateProof evidence) {
    return new DecisionFile(body, signature, pack, Optional.of(evidence));
  }

  /** The same with what lies beside another one's body. */
  public DecisionFile withCompanionsOf(DecisionFile other) {
    return new DecisionFile(body, signature, other.pack, other.proofs);
  }

  /**
   * Reads a file, of which nothing is proven yet; {@link Replay} does that.
   *
   * @throws RefusedException CS-DECISION-01 if it is none, CS-LEDG-90 if its proofs are none
   */
  public static DecisionFile parse(byte[] file) throws RefusedException {
    try {
      SignedFileCodec.Signed signed = SignedFileCodec.read(StatementType.DECISION, file);
      Optional<StateProof> proofs =
          signed.proofs().isPresent()
              ? Optional.of(StateProof.parse(signed.proofs().get()))
              : Optional.empty();
      return new DecisionFile(signed.file(), signed.signature(), signed.pack(), proofs);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_DECISION);
    }
  }

  /** The file. */
  public byte[] bytes() {
    return SignedFileCodec.write(body, pack, proofs.map(StateProof::bytes), signature);
  }

  /** A copy of the body. */
  public byte[] body() {
    return body.clone();
  }

  public FileSignature signature() {
    return signature;
  }

  /** The archive of the rule pack, where it lies in the file. */
  public Optional<byte[]> pack() {
    return pack.map(byte[]::clone);
  }

  /** The proofs of what the ledger held, where they lie in the file. */
  public Optional<StateProof> proofs() {
    return proofs;
  }

  /**
   * What it was decided from.
   *
   * @throws RefusedException CS-DECISION-01 if the body cannot be read
   */
  public DecisionInputs inputs() throws RefusedException {
    try {
      return DecisionReader.inputs(body);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_DECISION);
    }
  }

  /**
   * By which pack it was decided.
   *
   * @throws RefusedException CS-DECISION-01 if the body cannot be read
   */
  public PackId packId() throws RefusedException {
    try {
      return DecisionReader.pack(body);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_DECISION);
    }
  }

  /**
   * What persons ruled about it, in the order in which they did.
   *
   * @throws RefusedException CS-DECISION-01 if the body cannot be read
   */
  public List<SignedRuling> rulings() throws RefusedException {
    try {
      return DecisionReader.rulings(body);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_DECISION);
    }
  }

  /**
   * What it states, without deciding again; {@link Replay} does that.
   *
   * @throws RefusedException CS-DECISION-01 if the body cannot be read
   */
  public Decision decision() throws RefusedException {
    try {
      Adjudication stated = ResultReader.read(body);
      DecisionInputs inputs = inputs();
      if (stated.lines().size() != inputs.claim().file().lines().size()) {
        throw new RefusedException(NO_DECISION);
      }
      return new Decision(inputs, stated, DecisionReader.rulings(body));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RefusedException(NO_DECISION);
    }
  }
}
