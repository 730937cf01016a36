import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the sample patients with Synthea: whole lives as FHIR bundles, and a C-CDA document of one.
 *
 * <p>Run on Synthea's class path, which is the build's alone. Arguments: the image's folder of
 * samples, and a folder to work in. Seed, dates and a single thread make the same bytes every time;
 * nothing is made again while the stamp fits.
 */
void main(String[] args) throws Exception {
  var samples = Path.of(args[0]);
  var work = Path.of(args[1]);
  var stamp = samples.resolve("stamp.txt");
  var wanted = stamp();
  if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
    return;
  }
  long start = System.nanoTime();
  deleteTree(samples);
  deleteTree(work);
  Files.createDirectories(samples);
  Files.createDirectories(work);
  generate(work);
  var chosen = choose(work.resolve("fhir"));
  long bytes = write(chosen, work.resolve("ccda"), samples);
  Files.writeString(stamp, wanted);
  deleteTree(work);
  System.out.printf(
      "Sample patients: %d, encounters: %d, %d KB, %d s%n",
      chosen.size(),
      chosen.stream().mapToInt(Life::encounters).sum(),
      bytes / 1024,
      (System.nanoTime() - start) / 1_000_000_000);
}

/**
 * How many lives are made, of which the last two numbers are kept: the shortest ones, and one long
 * one.
 */
static final int POPULATION = 8;

static final int SHORT_LIVES = 6;
static final int SHORTEST = 30;
static final int LONG_LIFE = 500;

static final List<String> SYNTHEA =
    List.of(
        "-p",
        Integer.toString(POPULATION),
        "-s",
        "1",
        "-cs",
        "1",
        "-r",
        "20260101",
        "-e",
        "20260101",
        "-a",
        "20-80",
        "--generate.thread_pool_size=1",
        "--generate.only_alive_patients=true",
        "--generate.append_numbers_to_person_names=false",
        "--exporter.years_of_history=0",
        "--exporter.pretty_print=false",
        "--exporter.metadata.export=false",
        "--exporter.ccda.export=true",
        "--exporter.hospital.fhir.export=false",
        "--exporter.practitioner.fhir.export=false",
        // No clinical content, and two thirds of the bytes.
        "--exporter.fhir.excluded_resources=Claim,ExplanationOfBenefit,Provenance");

/** A patient's bundle. */
record Life(Path file, String id, int encounters, ObjectNode person) {}

void generate(Path work) throws Exception {
  var arguments = new ArrayList<>(SYNTHEA);
  arguments.add("--exporter.baseDirectory=" + work);
  var console = System.out;
  // Synthea reports every step of every module.
  try (var log = new PrintStream(Files.newOutputStream(work.resolve("synthea.txt")), false)) {
    System.setOut(log);
    Class.forName("App")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments.toArray(String[]::new));
  } finally {
    System.setOut(console);
  }
}

List<Life> choose(Path bundles) throws IOException {
  var lives = new ArrayList<Life>();
  var json = new ObjectMapper();
  try (var files = Files.list(bundles)) {
    for (var file : files.sorted().toList()) {
      lives.add(life(json, file));
    }
  }
  lives.sort(Comparator.comparingInt(Life::encounters).thenComparing(Life::id));
  var chosen =
      new ArrayList<>(
          lives.stream()
              .filter(life -> life.encounters() >= SHORTEST && life.encounters() < LONG_LIFE)
              .limit(SHORT_LIVES)
              .toList());
  lives.stream().filter(life -> life.encounters() >= LONG_LIFE).findFirst().ifPresent(chosen::add);
  if (chosen.size() != SHORT_LIVES + 1) {
    throw new IOException("Synthea made other lives than expected: " + lives);
  }
  return chosen;
}

Life life(ObjectMapper json, Path file) throws IOException {
  int encounters = 0;
  var person = json.createObjectNode();
  var id = "";
  for (JsonNode entry : json.readTree(file.toFile()).get("entry")) {
    var resource = entry.get("resource");
    switch (resource.get("resourceType").asText()) {
      case "Encounter" -> encounters++;
      case "Patient" -> {
        id = resource.get("id").asText();
        var name = resource.get("name").get(0);
        person.put("given", name.get("given").get(0).asText());
        person.put("family", name.get("family").asText());
        person.put("birthDate", resource.get("birthDate").asText());
        person.put("gender", resource.get("gender").asText());
      }
      default -> {}
    }
  }
  return new Life(file, id, encounters, person);
}

/** The shortest life first: it is the one whose document is there to be added. */
long write(List<Life> lives, Path documents, Path samples) throws IOException {
  var json = new ObjectMapper();
  var index = json.createObjectNode().put("version", 1);
  var patients = index.putArray("patients");
  long bytes = 0;
  for (var life : lives) {
    var file = life.id() + ".json.gz";
    bytes += compress(life.file(), samples.resolve(file));
    patients.add(life.person().put("encounters", life.encounters()).put("bundle", file));
  }
  var first = lives.getFirst();
  var document = first.file().getFileName().toString().replace(".json", ".xml");
  bytes += compress(documents.resolve(document), samples.resolve(first.id() + ".xml.gz"));
  first.person().put("document", first.id() + ".xml.gz");
  Files.writeString(
      samples.resolve("index.json"),
      json.writerWithDefaultPrettyPrinter().writeValueAsString(index));
  return bytes;
}

long compress(Path from, Path to) throws IOException {
  try (OutputStream out = new BestGzip(Files.newOutputStream(to))) {
    Files.copy(from, out);
  }
  return Files.size(to);
}

/** Small rather than fast: it is written once and shipped. */
static final class BestGzip extends GZIPOutputStream {
  BestGzip(OutputStream out) throws IOException {
    super(out, 1 << 16);
    def.setLevel(Deflater.BEST_COMPRESSION);
  }
}

String stamp() throws Exception {
  var version = Class.forName("App").getProtectionDomain().getCodeSource().getLocation().getPath();
  var source = String.join("\n", SYNTHEA) + "\n" + SHORT_LIVES + " " + SHORTEST + " " + LONG_LIFE;
  var digest = java.security.MessageDigest.getInstance("SHA-256").digest(source.getBytes());
  return version.substring(version.lastIndexOf('/') + 1)
      + "\n"
      + HexFormat.of().formatHex(digest)
      + "\nformat 1\n";
}

void deleteTree(Path folder) throws IOException {
  if (!Files.exists(folder)) {
    return;
  }
  try (var tree = Files.walk(folder)) {
    for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }
}
