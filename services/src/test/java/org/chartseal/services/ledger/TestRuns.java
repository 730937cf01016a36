package org.chartseal.services.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;

/** Made-up entries under one signed statement, and the runs that anchor them. */
public final class TestRuns {

  private final Deployment deployment;
  private final OrganisationId organisation;
  private final TestKey key;
  private final List<EntryReference> entries;
  private final MerkleTree tree;
  private final SignedStatement statement;

  private TestRuns(
      Deployment deployment,
      OrganisationId organisation,
      TestKey key,
      List<EntryReference> entries) {
    this.deployment = deployment;
    this.organisation = organisation;
    this.key = key;
    this.entries = entries;
    this.tree = MerkleTree.ofEntries(organisation, entries);
    this.statement =
        key.sign(
            new Statement(
                StatementType.ANCHOR,
                deployment,
                organisation,
                tree.root(),
                entries.size(),
                Instant.now().getEpochSecond()));
  }

  public static TestRuns of(
      Deployment deployment, OrganisationId organisation, TestKey key, String name, int count) {
    List<EntryReference> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(digest(name + " slot " + i), name, i));
    }
    return new TestRuns(deployment, organisation, key, entries);
  }

  /** The same slots for other entries. */
  public TestRuns withOtherContent(String name) {
    List<EntryReference> others = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      others.add(entry(entries.get(i).slot().value(), name, i));
    }
    return new TestRuns(deployment, organisation, key, others);
  }

  public Submission.AnchorRun run(int run) {
    int from = Statement.RUN * run;
    List<RunLeaf> leaves =
        entries.subList(from, Math.min(from + Statement.RUN, entries.size())).stream()
            .map(entry -> new RunLeaf(entry.slot(), entry.manifestDigest(), entry.contentRoot()))
            .toList();
    return new Submission.AnchorRun(statement, run, leaves, tree.run(run).path());
  }

  public SignedStatement statement() {
    return statement;
  }

  public List<LedgerSlot> slots() {
    return entries.stream().map(entry -> new LedgerSlot(organisation, entry.slot())).toList();
  }

  public Hash32 recordDigest(int index) {
    return entries.get(index).recordDigest();
  }

  public byte[] leafData(int index) {
    return entries.get(index).leaf(organisation);
  }

  private static EntryReference entry(Hash32 slot, String name, int index) {
    return new EntryReference(
        new Slot(slot), digest(name + " manifest " + index), digest(name + " content " + index));
  }

  private static Hash32 digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
