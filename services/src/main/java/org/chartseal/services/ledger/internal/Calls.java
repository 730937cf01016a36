package org.chartseal.services.ledger.internal;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.ledger.ActionStatement;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.signing.Signature;

/** Submissions as calls of the contracts (protocol §6.2, §6.3). */
final class Calls {

  private static final String LEAF = "(bytes32,bytes32,bytes32)";
  private static final String PATIENT_ITEM = "(bytes32,bytes32,uint64,uint8,bytes32,bytes32)";
  private static final String SIGNED =
      "(uint64,bytes32,uint32,uint64,bytes32,bytes32,bytes32,bytes32)";
  private static final String LINE = "(bytes32,uint128,uint128,uint128,uint32,bytes32[])";
  private static final String PAYMENT = "(" + SIGNED + "," + SIGNED + ",bytes32," + LINE + "[])";

  /** What is sent. */
  static final class Call {
    private final Optional<Address> to;
    private final byte[] data;

    private Call(Optional<Address> to, byte[] data) {
      this.to = to;
      this.data = data;
    }

    /** The contract; empty to deploy one. */
    Optional<Address> to() {
      return to;
    }

    /** Calldata or creation code; not to be changed. */
    byte[] data() {
      return data;
    }
  }

  private final LedgerNetwork network;

  Calls(LedgerNetwork network) {
    this.network = network;
  }

  Call of(Submission submission) {
    return switch (submission) {
      case Submission.AnchorRun run ->
          ledger(
              signed("anchor", run.statement())
                  .uint(32, run.run())
                  .statics(
                      LEAF,
                      run.leaves().stream()
                          .map(leaf ->
                              leaf(leaf.slot().value(), leaf.manifestDigest(), leaf.contentRoot()))
                          .toList())
                  .words(run.path()));
      case Submission.RetractRun run ->
          ledger(
              signed("retract", run.statement())
                  .uint(32, run.run())
                  .statics(
                      LEAF,
                      run.leaves().stream()
                          .map(leaf ->
                              leaf(leaf.slot().value(), leaf.recordDigest(), leaf.author().value()))
                          .toList())
                  .words(run.path()));
      case Submission.PatientAnchors(List<PatientAnchor> items) ->
          ledger(patient("anchorPatient", items));
      case Submission.PatientRetractions(List<PatientAnchor> items) ->
          ledger(patient("retractPatient", items));
      case Submission.AdvanceHead(SignedStatement statement) -> ledger(signed("head", statement));
      case Submission.Act act -> act(act);
      case Submission.Settle settle ->
          settlement(new AbiCall("settle").dynamic(PAYMENT, payment(settle)));
      case Submission.Deposit deposit ->
          settlement(
              new AbiCall("deposit")
                  .uint(64, deposit.insurer().number())
                  .uint(256, deposit.cents()));
      case Submission.ApproveSettlement approve ->
          token(
              new AbiCall("approve")
                  .address(network.settlement().address())
                  .uint(256, approve.cents()));
      case Submission.Mint mint ->
          token(new AbiCall("mint").address(mint.to()).uint(256, mint.cents()));
      case Submission.Deploy deploy -> new Call(Optional.empty(), deploy.code().bytes());
    };
  }

  private Call ledger(AbiCall call) {
    return new Call(Optional.of(network.ledger().address()), call.encode());
  }

  private Call settlement(AbiCall call) {
    return new Call(Optional.of(network.settlement().address()), call.encode());
  }

  private Call token(AbiCall call) {
    return new Call(Optional.of(network.token().address()), call.encode());
  }

  private static AbiCall signed(String name, SignedStatement signed) {
    Statement statement = signed.statement();
    return new AbiCall(name)
        .uint(64, statement.organisation().number())
        .word(statement.root())
        .uint(32, statement.count())
        .uint(64, statement.signedAt())
        .key(signed.key())
        .pair(signed.signature().bytes());
  }

  private static AbiTuple leaf(Hash32 first, Hash32 second, Hash32 third) {
    return new AbiTuple().word(first).word(second).word(third);
  }

  private static AbiCall patient(String name, List<PatientAnchor> items) {
    return new AbiCall(name)
        .statics(
            PATIENT_ITEM,
            items.stream()
                .map(item ->
                    new AbiTuple()
                        .word(item.manifestDigest())
                        .word(item.contentRoot())
                        .uint(64, item.notAfter().getEpochSecond())
                        .uint(8, item.signature().v())
                        .word(item.signature().r())
                        .word(item.signature().s()))
                .toList());
  }

  private static Call act(Submission.Act act) {
    ActionStatement statement = act.statement();
    Signature signature = act.signature();
    AbiCall call =
        new AbiCall("act")
            .uint(64, statement.organisation().number())
            .bytes(statement.call().bytes())
            .key(act.key())
            .pair(signature.bytes())
            .uint(32, statement.nonce())
            .uint(64, statement.notAfter().getEpochSecond());
    return new Call(Optional.of(statement.contract().ledger()), call.encode());
  }

  private static AbiTuple payment(Submission.Settle settle) {
    return new AbiTuple()
        .inline(tuple(settle.settlement()))
        .inline(tuple(settle.bill()))
        .word(settle.claim())
        .dynamics(settle.lines().stream().map(Calls::line).toList());
  }

  private static AbiTuple tuple(SignedStatement signed) {
    Statement statement = signed.statement();
    AbiTuple tuple =
        new AbiTuple()
            .uint(64, statement.organisation().number())
            .word(statement.root())
            .uint(32, statement.count())
            .uint(64, statement.signedAt());
    return tuple.pair(signed.key().bytes()).pair(signed.signature().bytes());
  }

  private static AbiTuple line(SettleLine line) {
    return new AbiTuple()
        .word(line.nullifier())
        .uint(128, line.amount())
        .uint(128, line.patientShare())
        .uint(128, line.billed())
        .uint(32, line.inBill().index())
        .words(line.inBill().path());
  }
}
