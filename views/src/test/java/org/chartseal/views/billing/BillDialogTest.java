package org.chartseal.views.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.RecordedService;
import org.chartseal.services.claims.ServiceCategory;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BillDialogTest {

  private static final Currency DOLLARS = Currency.getInstance("USD");
  private static final Fault AWAY = new Fault("CS-NET-01", "No node answers.");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Desk desk = new Desk();
  private final AtomicInteger billed = new AtomicInteger();
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    BillAction action = bench.fx(() -> new BillAction(bench.kit(), desk, billed::incrementAndGet));
    bench.show(action);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void what_is_billed_and_what_not_and_with_which_key_is_said_before_anything_is_signed()
      throws Exception {
    bench.press("entry-bill");
    bench.awaitText("3 lines, $431.40");

    assertThat(bench.texts())
        .contains("Bill a visit of Adan Delrio")
        .contains("Not billed: Influenza vaccine, Mar 2, 2026 – it was billed before")
        .contains("Signed with Hana Clinic's own key")
        .contains("Your PIN is not needed.")
        .contains("The insurer sees 4 elements of this entry, each with its proof.")
        .contains("The rest of the entry and of the chart stays closed.");
    assertThat(bench.find("bill-member", TextField.class).getText()).isEqualTo("MHP-1001");
    assertThat(desk.bills).isEmpty();
    bench.press("bill-shown-which");
    assertThat(bench.texts())
        .contains("Whose record it is")
        .contains("Encounter: id, kind and status")
        .contains("Encounter /type/0/coding/0/code")
        .contains("Encounter: what lets it be paid only once");
    bench.pictures("bill");
  }

  @Test
  void a_claim_is_made_and_sent_in_one_step_and_the_outcome_is_shown() throws Exception {
    bench.press("entry-bill");
    bench.awaitText("3 lines, $431.40");
    bench.press("bill-send");
    bench.awaitText("Sent to Meridian Health Plan");

    assertThat(desk.bills).containsExactly("Meridian Health Plan MHP-1001");
    assertThat(billed).hasValue(1);
    assertThat(bench.has("bill-send")).isFalse();
    bench.picture("bill-sent");
    bench.press("bill-cancel");
    assertThat(bench.kit().overlay().isShowing()).isFalse();
  }

  @Test
  void nothing_is_sent_without_a_member_id() throws Exception {
    bench.press("entry-bill");
    bench.awaitText("3 lines, $431.40");
    bench.fx(() -> {
      bench.find("bill-member", TextField.class).setText("  ");
      return desk;
    });
    assertThat(bench.find("bill-send", Button.class).isDisabled()).isTrue();
  }

  @Test
  void when_nothing_is_left_to_bill_the_reasons_are_named() throws Exception {
    desk.plan = new BillDesk.Plan(List.of(), desk.plan.leftOut());
    bench.press("entry-bill");
    bench.awaitText("Nothing is left to bill");

    assertThat(bench.texts()).contains("Influenza vaccine").contains("it was billed before");
    assertThat(bench.find("bill-send", Button.class).isDisabled()).isTrue();
    bench.picture("bill-nothing");
  }

  @Test
  void a_claim_that_was_made_and_not_sent_is_not_called_sent() throws Exception {
    desk.unsent = Optional.of(AWAY);
    bench.press("entry-bill");
    bench.awaitText("3 lines, $431.40");
    bench.press("bill-send");
    bench.awaitText("Made, and not sent");

    assertThat(bench.texts()).contains("No node answers.").doesNotContain("Sent to");
    assertThat(billed).hasValue(1);
  }

  @Test
  void a_refusal_leaves_the_form_to_try_again() throws Exception {
    desk.refusal = Optional.of(new Fault("CS-CLAIM-08", "Another window is making claims."));
    bench.press("entry-bill");
    bench.awaitText("3 lines, $431.40");
    bench.press("bill-send");
    bench.awaitText("Another window is making claims.");
    bench.awaitText("3 lines, $431.40");
    desk.refusal = Optional.empty();
    bench.press("bill-send");
    bench.awaitText("Sent to Meridian Health Plan");
  }

  @Test
  void an_unreachable_network_is_said_and_can_be_tried_again() throws Exception {
    desk.planning = Optional.of(AWAY);
    bench.press("entry-bill");
    bench.awaitText("No node answers.");
    desk.planning = Optional.empty();
    bench.pressWords("Try again");
    bench.awaitText("3 lines, $431.40");
  }

  /** A desk with one insurer and one visit. */
  private static final class Desk implements BillDesk {
    private final List<String> bills = new ArrayList<>();
    private Optional<Fault> unsent = Optional.empty();
    private volatile Optional<Fault> refusal = Optional.empty();
    private volatile Optional<Fault> planning = Optional.empty();
    private Plan plan =
        new Plan(
            List.of(
                line("185349003", "Encounter for check up", 12900),
                line("430193006", "Medication reconciliation", 10240),
                line("710824005", "Assessment of health and social care needs", 20000)),
            List.of(
                new ClaimOutcome.LeftOut(
                    new RecordedService(
                        "Immunization/4",
                        ServiceCategory.IMMUNIZATION,
                        new ServiceCode("http://hl7.org/fhir/sid/cvx", "140"),
                        "/vaccineCode/coding/0/code",
                        "/vaccineCode/coding/0/system",
                        "Influenza vaccine",
                        "/occurrenceDateTime",
                        DAY,
                        "completed",
                        0),
                    ClaimOutcome.Reason.BILLED_BEFORE)));

    private static Line line(String code, String display, long cents) {
      return new Line(
          new ServiceCode("http://snomed.info/sct", code),
          display,
          DAY,
          new Money(cents, DOLLARS),
          List.of(
              new Leaf("", "/subject", "party", "5f".repeat(32)),
              new Leaf("Encounter/1", "", "Resource", "{\"id\":\"1\"}"),
              new Leaf("Encounter/1", "/type/0/coding/0/code", "code", "185349003"),
              new Leaf(
                  "Encounter/1", "/type/0/coding/0/code/nullifier", "nullifier", "a7".repeat(32))));
    }

    @Override
    public Visit visit() {
      return new Visit("Adan Delrio", "Check up", "2026-03-02");
    }

    @Override
    public Form form() {
      return new Form(
          List.of(
              new Payer(new OrganisationId(5), "Other Plan", Optional.empty()),
              new Payer(new OrganisationId(3), "Meridian Health Plan", Optional.of("MHP-1001"))),
          "Hana Clinic",
          new KeyId(Hash32.ZERO));
    }

    @Override
    public Plan plan(Payer payer) throws RefusedException {
      if (planning.isPresent()) {
        throw new RefusedException(planning.get());
      }
      return plan;
    }

    @Override
    public Billed bill(Payer payer, String member) throws RefusedException {
      if (refusal.isPresent()) {
        throw new RefusedException(refusal.get());
      }
      bills.add(payer.name() + " " + member);
      return new Billed(Hash32.ofHex("c1".repeat(32)), 3, new Money(43140, DOLLARS), unsent);
    }
  }
}
