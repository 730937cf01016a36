package org.chartseal.views.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/** What billing one visit needs. */
public interface BillDesk {

  /**
   * The entry that is billed.
   *
   * @param date as written in the entry
   */
  record Visit(String patient, String title, String date) {}

  /**
   * Who can be billed, and who signs.
   *
   * @param organisation the hospital, whose own key signs
   */
  record Form(List<Payer> payers, String organisation, KeyId key) {
    public Form {
      payers = List.copyOf(payers);
    }
  }

  /**
   * An insurer.
   *
   * @param member its id of the patient, as far as it is known here
   */
  record Payer(OrganisationId id, String name, Optional<String> member) {}

  /**
   * One line that will be billed.
   *
   * @param shown the elements that the insurer will see for it
   */
  record Line(ServiceCode code, String display, LocalDate day, Money price, List<Leaf> shown) {
    public Line {
      shown = List.copyOf(shown);
    }
  }

  /** What a claim would bill now, and what not. */
  record Plan(List<Line> lines, List<ClaimOutcome.LeftOut> leftOut) {
    public Plan {
      lines = List.copyOf(lines);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A claim that was made.
   *
   * @param unsent why it was not sent yet, if so: it waits as a draft
   */
  record Billed(Hash32 claim, int lines, Money total, Optional<Fault> unsent) {}

  /** What is billed. */
  Visit visit();

  /** Who can be billed for it. */
  Form form() throws RefusedException;

  /** What would be billed to an insurer; nothing is made or signed. */
  Plan plan(Payer payer) throws RefusedException;

  /** Makes the claim, signs it and has it sent. */
  Billed bill(Payer payer, String member) throws RefusedException;
}
