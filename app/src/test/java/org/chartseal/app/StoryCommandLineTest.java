package org.chartseal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chartseal.app.ChildProcesses.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The story, told by the command line: a process for each command, one home for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryCommandLineTest {

  private static final String PATIENT = "adan-delrio";
  private static final int KILLS = 3;

  @TempDir static Path folder;

  private Path home;
  private ChildProcesses chartseal;
  private String consent = "";
  private String encounter = "";
  private Path decision = Path.of("");

  @BeforeAll
  void home() throws IOException {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    home = folder.resolve("home");
    chartseal = new ChildProcesses(home, Files.createDirectories(folder.resolve("output")));
  }

  @Test
  @Order(0)
  void a_home_that_is_being_made_says_so_and_whoever_stops_it_hears_that_it_goes_on()
      throws Exception {
    var making = chartseal.start("demo", "--patients", "1");
    while (making.process().isAlive() && !Files.exists(home.resolve("making.json"))) {
      Thread.onSpinWait();
    }
    Result early = chartseal.run("record", PATIENT, "--as", PATIENT);
    assertThat(early.status()).as(early.err()).isEqualTo(3);
    assertThat(early.err()).contains("being made").contains("steps are done");

    making.process().destroy();
    making.process().waitFor();
    assertThat(making.result().out()).isEmpty();
    assertThat(making.result().err()).contains("CS-STOP-01").contains("Nothing is lost");
  }

  @Test
  @Order(1)
  void the_network_is_made_though_its_making_is_killed_again_and_again() throws Exception {
    Random random = new Random();
    for (int i = 0; i < KILLS; i++) {
      var killed = chartseal.start("demo", "--patients", "1");
      killed.process().waitFor(2_000 + random.nextInt(12_000), TimeUnit.MILLISECONDS);
      killed.process().destroyForcibly().waitFor();
    }
    Result made = chartseal.run("demo", "--patients", "1");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.rows().stream().map(row -> row.path("identity").asText()))
        .contains("dr-kim", "dr-okafor", "st-mary", "meridian", PATIENT)
        .filteredOn(alias -> !alias.isEmpty())
        .doesNotHaveDuplicates();

    Result again = chartseal.runInWords("demo", "--patients", "1");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.err().lines())
        .containsExactly(
            "… making keys",
            "… starting the network (1 of 3 done)",
            "… waiting until all is final (2 of 3 done)");
  }

  @Test
  @Order(2)
  void a_card_says_who_it_is_and_the_patient_confirms_the_first_visit() throws Exception {
    Result early = chartseal.run("record", PATIENT, "--as", "dr-okafor");
    assertThat(early.status()).isEqualTo(1);
    assertThat(early.err()).contains("CS-VISIT-01");

    Result first = chartseal.run("visit", PATIENT, "--as", "dr-okafor");
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.last().path("firstVisit").asBoolean()).isTrue();
    assertThat(first.last().path("birthDate").asText()).isEqualTo("2004-05-01");

    Result second = chartseal.run("visit", PATIENT, "--as", "dr-okafor");
    assertThat(second.last().path("firstVisit").asBoolean()).isFalse();
  }

  @Test
  @Order(3)
  void without_consent_nothing_opens_and_an_answer_is_never_wider_than_the_question()
      throws Exception {
    Result refused = chartseal.run("record", PATIENT, "--as", "dr-okafor");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("CS-CONS-02");

    String mistaken = asked("consent ask %s --until 8h --as dr-okafor");
    consent = asked("consent ask %s --years 2010-2026 --until 8h --as dr-okafor");
    assertThat(states("consent", "list", "--as", PATIENT)).containsExactly("asked", "asked");
    Result back = chartseal.run("consent", "withdraw", PATIENT, mistaken, "--as", "dr-okafor");
    assertThat(back.status()).as(back.err()).isZero();
    assertThat(states("consent", "list", "--as", PATIENT)).containsExactly("asked");

    Result wider =
        chartseal.run("consent", "approve", consent, "--years", "2000-2026", "--as", PATIENT);
    assertThat(wider.status()).isEqualTo(1);
    assertThat(wider.err()).contains("CS-CONS-08");

    Result granted = chartseal.run("consent", "approve", consent, "--until", "2h", "--as", PATIENT);
    assertThat(granted.status()).as(granted.err()).isZero();
    assertThat(states("consent", "list", PATIENT, "--as", "dr-okafor")).containsExactly("granted");
  }

  private String asked(String words) throws Exception {
    Result asked = chartseal.run(words.formatted(PATIENT).split(" ", 0));
    assertThat(asked.status()).as(asked.err()).isZero();
    return asked.last().path("consent").asText();
  }

  @Test
  @Order(4)
  void what_another_hospital_wrote_is_proven_check_by_check_and_nothing_else_is_told()
      throws Exception {
    Result record = chartseal.run("record", PATIENT, "--as", "dr-okafor");
    assertThat(record.status()).as(record.err()).isZero();
    List<JsonNode> entries = new ArrayList<>(record.rows());
    JsonNode end = entries.removeLast();
    assertThat(end.path("complete").asBoolean()).isTrue();
    assertThat(end.path("block").asLong()).isPositive();
    assertThat(end.path("entries").asInt()).isEqualTo(entries.size());
    assertThat(entries).hasSizeGreaterThan(5);
    for (JsonNode entry : entries) {
      assertThat(entry.path("verdict").asText()).isEqualTo("proven");
      assertThat(entry.path("checks")).hasSize(8);
      assertThat(entry.path("date").asText().substring(0, 4)).isBetween("2010", "2026");
    }
    assertThat(entries.stream().map(entry -> entry.path("entry").asText())).doesNotHaveDuplicates();

    Result words = chartseal.runInWords("record", PATIENT, "--as", "dr-okafor");
    List<String> days =
        words
            .out()
            .lines()
            .filter(line -> line.startsWith("proven "))
            .map(line -> line.substring(10, 20))
            .toList();
    assertThat(days).hasSameSizeAs(entries).isSortedAccordingTo(Comparator.reverseOrder());

    Result ungranted = chartseal.run("show", PATIENT + "/1.N.0.2004.0.0", "--as", "dr-okafor");
    Result absent = chartseal.run("show", PATIENT + "/1.N.0.2011.0.99", "--as", "dr-okafor");
    assertThat(ungranted.status()).isEqualTo(absent.status());
    assertThat(ungranted.err()).isEqualTo(absent.err());
  }

  @Test
  @Order(5)
  void a_document_and_a_note_are_signed_with_one_pin_and_bad_files_stop_nobody() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.xml"), "<ClinicalDocument");
    Path document = home.resolve("documents").resolve(PATIENT + ".xml");
    Result added =
        chartseal.run(
            "import",
            PATIENT,
            home.resolve("documents").toString(),
            bad.toString(),
            folder.resolve("nothing.xml").toString(),
            "--note",
            "Stitches out in ten days.",
            "--as",
            "dr-okafor");
    assertThat(added.status()).as(added.err()).isEqualTo(1);
    assertThat(added.rows().stream().filter(row -> row.has("code"))).hasSize(2);
    List<JsonNode> entries = added.rows().stream().filter(row -> row.has("entry")).toList();
    assertThat(entries).allMatch(entry -> entry.path("state").asText().equals("final"));
    assertThat(entries.stream().map(entry -> entry.path("kind").asText()))
        .contains("document", "encounter", "note");
    encounter = entry(entries, "encounter");

    Result again = chartseal.run("import", PATIENT, document.toString(), "--as", "dr-okafor");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.last().path("known").asBoolean()).isTrue();
    assertThat(again.last().path("entry").asText()).isEqualTo(entry(entries, "document"));

    Path visit = home.resolve("documents").resolve(PATIENT + "-visit.json");
    Path others =
        Files.writeString(
            folder.resolve("others.json"),
            Files.readString(visit).replace("2004-05-01", "1950-01-01"));
    Result refused = chartseal.run("import", PATIENT, others.toString(), "--as", "dr-okafor");
    assertThat(refused.status()).as(refused.err()).isEqualTo(1);
    assertThat(refused.rows())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.path("code").asText()).isEqualTo("CS-FILE-01");
          assertThat(row.path("file").asText()).isEqualTo(others.toString());
        });

    Result original =
        chartseal.run("show", entry(entries, "document"), "--original", "--as", "dr-okafor");
    assertThat(original.status()).as(original.err()).isZero();
    assertThat(original.out()).isEqualTo(Files.readString(document, StandardCharsets.UTF_8));
  }

  @Test
  @Order(5)
  void what_was_granted_is_written_as_pages_as_a_table_and_as_a_summary() throws Exception {
    Path pdf = folder.resolve("record.pdf");
    Path csv = folder.resolve("record.csv");
    Path ips = folder.resolve("summary.json");
    Result written =
        chartseal.run(
            "export",
            PATIENT,
            "--pdf",
            pdf.toString(),
            "--csv",
            csv.toString(),
            "--ips",
            ips.toString(),
            "--as",
            "dr-okafor");
    assertThat(written.status()).as(written.err()).isZero();
    long entries = Files.readString(csv).lines().count() - 1;
    assertThat(entries).isPositive();
    try (PDDocument pages = Loader.loadPDF(pdf.toFile())) {
      assertThat(new PDFTextStripper().getText(pages))
          .contains("Record of", entries + ", all that were opened", "Proven");
    }
    JsonNode bundle = new ObjectMapper().readTree(ips.toFile());
    assertThat(bundle.path("type").asText()).isEqualTo("document");
    assertThat(bundle.findValuesAsText("resourceType"))
        .contains("Composition", "Patient", "Provenance");
    assertThat(Files.getPosixFilePermissions(ips))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    Path one = folder.resolve("entry.pdf");
    Result page =
        chartseal.run(
            "export",
            encounter,
            "--pdf",
            one.toString(),
            "--language",
            "korean",
            "--as",
            "dr-okafor");
    assertThat(page.status()).as(page.err()).isZero();
    try (PDDocument pages = Loader.loadPDF(one.toFile())) {
      assertThat(new PDFTextStripper().getText(pages).replaceAll("\\s+", " "))
          .contains("증명됨", "매니페스트 (CID)", encounter);
    }
  }

  @Test
  @Order(6)
  void the_patient_sees_each_opening() throws Exception {
    Result looked = chartseal.run("access", PATIENT, "--as", PATIENT);
    assertThat(looked.status()).as(looked.err()).isZero();
    assertThat(looked.rows()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(looked.rows()).allMatch(row -> row.path("reader").asText().equals("Dr Ada Okafor"));
  }

  @Test
  @Order(6)
  void what_was_corrected_or_taken_back_reads_as_retracted_and_what_stands_for_it_says_so()
      throws Exception {
    Result wrong = chartseal.run("import", PATIENT, "--note", "Right knee.", "--as", "dr-okafor");
    String first = wrong.last().path("entry").asText();
    Result corrected =
        chartseal.run(
            "import",
            PATIENT,
            "--note",
            "Left knee, not right.",
            "--replaces",
            first,
            "--as",
            "dr-okafor");
    assertThat(corrected.status()).as(corrected.err()).isZero();
    assertThat(corrected.last().path("retraction").asText()).isEqualTo("final");
    String second = corrected.last().path("entry").asText();
    Result taken =
        chartseal.run("retract", second, "--reason", "Not this patient.", "--as", "dr-okafor");
    assertThat(taken.status()).as(taken.err()).isZero();
    assertThat(taken.last().path("retraction").asText()).isEqualTo("final");
    String third = taken.last().path("entry").asText();

    List<JsonNode> record = chartseal.run("record", PATIENT, "--as", "dr-okafor").rows();
    assertThat(row(record, first).path("verdict").asText()).isEqualTo("retracted");
    assertThat(row(record, second).path("verdict").asText()).isEqualTo("retracted");
    assertThat(row(record, second).path("replaces").asText())
        .isEqualTo(row(record, first).path("slot").asText());
    assertThat(row(record, third).path("verdict").asText()).isEqualTo("proven");
    assertThat(row(record, third).path("kind").asText()).isEqualTo("void");
    assertThat(row(record, third).path("replaces").asText())
        .isEqualTo(row(record, second).path("slot").asText());
    assertThat(chartseal.run("show", third, "--as", "dr-okafor").out())
        .contains("Not this patient.");
    Result again = chartseal.run("retract", first, "--reason", "Again.", "--as", "dr-okafor");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("CS-WRITE-11");
    Result others =
        chartseal.run(
            "retract", PATIENT + "/1.N.0.2024.0.0", "--reason", "Mine?", "--as", "dr-okafor");
    assertThat(others.err()).contains("CS-FILE-04").contains("Hana Clinic (organisation 1)");
  }

  @Test
  @Order(7)
  void a_claim_shows_elements_and_never_the_chart() throws Exception {
    Result others =
        chartseal.run("claim", "make", encounter, "--member", "MHP-1002", "--as", "st-mary");
    assertThat(others.status()).isEqualTo(1);
    assertThat(others.err()).contains("CS-BILL-02");
    Result made =
        chartseal.run("claim", "make", encounter, "--member", "MHP-1001", "--as", "st-mary");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.last().path("lines")).hasSize(3);
    assertThat(made.out()).doesNotContain("Stitches");

    Result twice =
        chartseal.run("claim", "make", encounter, "--member", "MHP-1001", "--as", "st-mary");
    assertThat(twice.status()).isEqualTo(1);
    assertThat(twice.err()).contains("CS-CLAIM-03");
    assertThat(twice.last().path("leftOut"))
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.path("reason").asText()).isEqualTo("billed before"));

    String beginning = made.last().path("claim").asText().substring(0, 5);
    Result sent = chartseal.run("claim", "submit", beginning, "--as", "st-mary");
    assertThat(sent.status()).as(sent.err()).isZero();
    assertThat(sent.last().path("sent").asInt()).isEqualTo(1);
    assertThat(chartseal.run("settle", "--as", "meridian").last().path("reason").asText())
        .startsWith("Nothing is due")
        .contains("1 claim is not decided yet");
  }

  @Test
  @Order(8)
  void the_insurer_decides_by_evidence_and_rules_and_anybody_decides_the_same() throws Exception {
    Result decided = chartseal.run("decide", "--all", "--as", "meridian");
    assertThat(decided.status()).as(decided.err()).isZero();
    assertThat(decided.last().path("approved").asInt()).isEqualTo(3);
    assertThat(decided.rows().getFirst().path("lines").get(0).path("citation").asText())
        .isNotEmpty();

    Result list = chartseal.run("claim", "list", "--as", "st-mary");
    decision = Path.of(list.last().path("file").asText());
    Result replayed = chartseal.run("replay", decision.toString());
    assertThat(replayed.status()).as(replayed.err()).isZero();
    assertThat(replayed.last().path("result").asText()).isEqualTo("same");
    assertThat(replayed.last().path("ledger").asText()).isEqualTo("proven");
    assertThat(replayed.last().path("blockStands").asText()).isEqualTo("canonical");

    byte[] changed = Files.readAllBytes(decision);
    changed[changed.length / 2] ^= 1;
    Path other = Files.write(folder.resolve("changed.decision"), changed);
    assertThat(chartseal.run("replay", other.toString()).status()).isEqualTo(1);
  }

  @Test
  @Order(9)
  void payment_is_made_once_though_processes_that_settle_are_killed_and_two_settle_at_once()
      throws Exception {
    Random random = new Random();
    for (int i = 0; i < KILLS; i++) {
      var killed = chartseal.start("settle", "--as", "meridian");
      killed.process().waitFor(1_000 + random.nextInt(6_000), TimeUnit.MILLISECONDS);
      killed.process().destroyForcibly().waitFor();
    }
    var first = chartseal.start("settle", "--as", "meridian");
    var second = chartseal.start("settle", "--as", "meridian");
    assertThat(first.process().waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(second.process().waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(first.result().status()).as(first.result().err()).isZero();
    assertThat(second.result().status()).as(second.result().err()).isZero();

    Result after = chartseal.run("settle", "--as", "meridian");
    assertThat(after.last().path("paying").asText()).isEqualTo("0.00");
    assertThat(after.rows().getFirst().path("reason").asText()).isEqualTo("it is paid");
    assertThat(after.last().path("pool").asText()).isEqualTo("999482.05");
    Result billed = chartseal.run("claim", "list", "--as", "st-mary");
    assertThat(billed.rows()).hasSize(1);
    assertThat(billed.last().path("state").asText()).isEqualTo("paid");
    String paidBy = billed.last().path("transactions").path(0).asText();
    assertThat(paidBy).matches("0x[0-9a-f]{64}");
    Result received = chartseal.run("claim", "list", "--as", "meridian");
    assertThat(received.last().path("transactions").path(0).asText()).isEqualTo(paidBy);
    Result told = chartseal.run("claim", "list", "--as", PATIENT);
    assertThat(told.last().path("transactions").path(0).asText()).isEqualTo(paidBy);
    assertThat(told.last().path("kind").asText()).isEqualTo("eob");
    assertThat(told.last().path("verdict").asText()).isEqualTo("proven");
    assertThat(told.last().path("state").asText()).isEqualTo("paid");
    assertThat(told.last().path("total").asText()).isEqualTo("752.00");
    assertThat(told.last().path("lines")).hasSize(3);
  }

  @Test
  @Order(10)
  void a_revoked_consent_opens_nothing_and_what_is_written_then_cannot_be_read() throws Exception {
    Result revoked = chartseal.run("consent", "revoke", consent, "--as", PATIENT);
    assertThat(revoked.status()).as(revoked.err()).isZero();
    Result refused = chartseal.run("record", PATIENT, "--as", "dr-okafor");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("CS-CONS-03").contains("revoked");

    // What the consent opened was the other hospital's: its streams begin anew, under keys nobody
    // was given.
    Result later =
        chartseal.run("import", PATIENT, "--note", "Written afterwards.", "--as", "dr-kim");
    assertThat(later.status()).as(later.err()).isZero();
    assertThat(later.last().path("entry").asText()).contains("/1.N.1.");
  }

  @Test
  @Order(11)
  void a_wrong_pin_opens_nothing_and_is_told_apart() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "000000000\n");
    Result refused =
        chartseal.run("access", PATIENT, "--as", PATIENT, "--pin-file", wrong.toString());
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains("CS-PIN-08")
        .contains("(" + PATIENT + ")")
        .doesNotContain("000000000");
  }

  @Test
  @Order(12)
  void the_doctor_finds_everything_well() throws Exception {
    Result doctor = chartseal.run("doctor");
    assertThat(doctor.rows().stream().filter(row -> row.path("state").asText().equals("problem")))
        .as(doctor.out())
        .isEmpty();
    assertThat(doctor.rows())
        .filteredOn(row -> row.path("check").asText().equals("outbox"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("state").asText()).isEqualTo("well"));
  }

  @Test
  @Order(13)
  void no_pin_is_in_any_output_and_no_content_is_in_blocks_outbox_or_chain() throws Exception {
    Traces traces = new Traces(home, folder.resolve("output"));
    traces.holdNoPin(chartseal.pins());
    traces.holdNone("Delr", "sinusitis", "Stitches");
  }

  @Test
  @Order(14)
  void nothing_but_the_commands_own_words_reaches_the_terminal() throws IOException {
    new Traces(home, folder.resolve("output")).areTheCommandsOwnWords();
  }

  private List<String> states(String... arguments) throws Exception {
    return chartseal.run(arguments).rows().stream().map(row -> row.path("state").asText()).toList();
  }

  private static JsonNode row(List<JsonNode> rows, String entry) {
    return rows.stream()
        .filter(row -> row.path("entry").asText().equals(entry))
        .findFirst()
        .orElseThrow();
  }

  private static String entry(List<JsonNode> entries, String kind) {
    return entries.stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .map(entry -> entry.path("entry").asText())
        .findFirst()
        .orElseThrow();
  }
}
