package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Members;
import org.chartseal.services.seal.Fault;

/** Steps two to ten: what happens to one patient, and the commands that make it happen. */
final class Story {

  private static final String CLINICIAN = "dr-okafor";
  private static final String HOSPITAL = "st-mary";
  private static final String INSURER = "meridian";

  private final StoryStage stage;
  private final String patient;
  private final Path visit;

  /**
   * @param visit the document of today's visit
   */
  Story(StoryStage stage, String patient, Path visit) {
    this.stage = stage;
    this.patient = patient;
    this.visit = visit;
  }

  void play() throws CommandFailure, HomeException {
    visit();
    consent();
    record();
    String encounter = sign();
    access();
    claim(encounter);
    decide();
    settle();
    revoke();
  }

  private void visit() throws CommandFailure {
    stage.announce(
        2,
        "The visit",
        "The patient's card is presented at a hospital that does not know them yet; they confirm with their own PIN.");
    stage.run("visit", patient, "--as", CLINICIAN);
    stage.pause();
  }

  private void consent() throws CommandFailure {
    stage.announce(
        3,
        "Consent",
        "The clinician asks for the record; the patient reads it in plain words and grants less time than was asked for.");
    String consent =
        text(stage.run("consent", "ask", patient, "--until", "8h", "--as", CLINICIAN), "consent");
    stage.run("consent", "approve", consent, "--until", "2h", "--as", patient);
    stage.pause();
  }

  private void record() throws CommandFailure {
    stage.announce(
        4,
        "The record",
        "What the other hospital wrote is decrypted and proven against the chain, each entry check by check. What was not granted leaves no trace.");
    List<Row> rows = stage.run("record", patient, "--as", CLINICIAN);
    long proven = rows.stream().filter(row -> row.text("verdict").equals("proven")).count();
    stage.say("Proven: %d of %d entries.".formatted(proven, rows.size() - 1));
    stage.run("show", text(rows, "entry"), "--as", CLINICIAN);
    stage.pause();
  }

  private String sign() throws CommandFailure {
    stage.announce(
        5,
        "Documents and a note",
        "A C-CDA document from a file, today's visit and a note of the clinician's own are signed with one PIN and carried to finality.");
    Path document = stage.home().resolve("documents").resolve(patient + ".xml");
    List<Row> rows =
        stage.run(
            "import",
            patient,
            document.toString(),
            visit.toString(),
            "--note",
            "Wound cleaned and sewn. Stitches out in ten days.",
            "--as",
            CLINICIAN);
    stage.pause();
    return rows.stream()
        .filter(row -> row.text("kind").equals("encounter"))
        .map(row -> row.text("entry"))
        .findFirst()
        .orElseThrow(Story::unexpected);
  }

  private void access() throws CommandFailure {
    stage.announce(
        6,
        "Who looked",
        "Each opening left a receipt in the patient's own record before anything was shown.");
    stage.run("access", patient, "--as", patient);
    stage.pause();
  }

  private void claim(String encounter) throws CommandFailure, HomeException {
    stage.announce(
        7,
        "The claim",
        "The hospital bills the visit: for each line the few signed elements that show it, with their proof, never the chart.");
    String member =
        new Members(new HomeFolder(stage.home()))
            .all().stream()
                .filter(insured -> insured.patient().equals(patient))
                .map(Members.Insured::member)
                .findFirst()
                .orElseThrow(Story::unexpected);
    stage.run("claim", "make", encounter, "--member", member, "--as", HOSPITAL);
    stage.run("claim", "submit", "--as", HOSPITAL);
    stage.pause();
  }

  private void decide() throws CommandFailure {
    stage.announce(
        8,
        "The decision",
        "The insurer verifies every element against the chain and decides by its rule pack. Anybody can decide again from the file.");
    stage.run("decide", "--all", "--as", INSURER);
    List<Row> claims = stage.run("claim", "list", "--as", HOSPITAL);
    String file =
        claims.reversed().stream()
            .map(row -> row.text("file"))
            .filter(path -> !path.isEmpty())
            .findFirst()
            .orElseThrow(Story::unexpected);
    stage.run("replay", file);
    stage.pause();
  }

  private void settle() throws CommandFailure {
    stage.announce(
        9,
        "Payment",
        "The pool pays in one transaction, once and never again; the hospital sees it, the patient has the explanation.");
    stage.run("settle", "--as", INSURER);
    stage.run("settle", "--as", INSURER);
    stage.run("claim", "list", "--as", HOSPITAL);
    stage.run("claim", "list", "--as", patient);
    stage.pause();
  }

  private void revoke() throws CommandFailure {
    stage.announce(
        10,
        "Revocation",
        "The patient takes the consent back. The next opening is refused, and says why.");
    // A story that was interrupted may have left a consent behind.
    for (Row row : stage.run("consent", "list", "--as", patient)) {
      if (row.text("state").equals("granted")) {
        stage.run("consent", "revoke", row.text("consent"), "--as", patient);
      }
    }
    Fault refused = stage.runRefused("record", patient, "--as", CLINICIAN);
    stage.say("Refused as it should be: " + refused.code() + ".");
  }

  private static String text(List<Row> rows, String field) throws CommandFailure {
    return rows.stream()
        .map(row -> row.text(field))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseThrow(Story::unexpected);
  }

  private static CommandFailure unexpected() {
    return CommandFailure.environment(
        new Fault(
            "CS-STORY-01",
            "A step of the story did not end as it should. Run 'chartseal doctor'."));
  }
}
