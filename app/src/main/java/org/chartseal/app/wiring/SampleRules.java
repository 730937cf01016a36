package org.chartseal.app.wiring;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.PackTable;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.desk.MemberBook;
import org.chartseal.services.claims.desk.PayerRules;
import org.chartseal.services.seal.RefusedException;

/** The rule pack that comes with the product. */
public final class SampleRules {

  private final byte[] archive;
  private final RulePack pack;

  SampleRules() {
    this.archive = new RulePacks().sampleArchive();
    this.pack = open(archive);
  }

  /** The pack. */
  public RulePack pack() {
    return pack;
  }

  /** What an insurer with these members decides by; the pack lies in each decision's file. */
  public PayerRules with(MemberBook members) {
    return new PayerRules(members, pack, Optional.of(archive.clone()));
  }

  /** What it says of the rows that decided, in its languages. */
  public RuleSentences sentences() {
    return new RuleSentences(List.of(pack));
  }

  /** Its tables, to be read by people. */
  public List<PackTable> tables() throws RefusedException {
    return new RulePacks().tables(archive);
  }

  private static RulePack open(byte[] archive) {
    try {
      return new RulePacks().open(archive);
    } catch (RefusedException e) {
      throw new IllegalStateException("the product's own rule pack opens", e);
    }
  }
}
