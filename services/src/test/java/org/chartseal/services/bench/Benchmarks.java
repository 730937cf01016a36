package org.chartseal.services.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.seal.RefusedException;

/** One whole run of all benchmarks on a network of its own. */
final class Benchmarks {

  private static final int SMALL = 10;
  private static final int MIDDLE = 1_000;
  private static final int LARGE = 10_000;

  private Benchmarks() {}

  /**
   * @param args in which folder to make the one to work in, which is deleted at the end; how many
   *     entries the large record has, 10,000 if it is not said
   */
  public static void main(String[] args)
      throws IOException, RefusedException, GeneralSecurityException, InterruptedException {
    Path fixtures = Path.of(System.getProperty("chartseal.fixtures", ""));
    if (!Files.isDirectory(fixtures.resolve("synthea/fhir"))) {
      System.out.println("BENCH skipped: no sample documents, see -Dchartseal.fixtures");
      return;
    }
    int large = args.length > 1 ? Integer.parseInt(args[1]) : LARGE;
    Path folder = Files.createTempDirectory(Path.of(args[0]), "bench-");
    try (BenchHome home = BenchHome.start(folder, fixtures)) {
      run(home, large);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void run(BenchHome home, int large)
      throws IOException, RefusedException, GeneralSecurityException, InterruptedException {
    NodeCalls calls = new NodeCalls(home.network().connection().network().endpoints().getFirst());
    home.relate(home.writing(), 0);
    home.relate(home.reading(), 0);
    P6Grant grants = new P6Grant(home, calls);
    home.growTo(SMALL);
    P6Grant.Cost smallest = grants.forRecord("P6-10", null);
    home.growTo(Math.min(MIDDLE, large));
    grants.forRecord("P6-1000", smallest);
    print(new P4Sign1000(home).run());
    print(new P5Gas(home, calls).run());
    home.growTo(large);
    try (CountingNode node =
        new CountingNode(home.network().connection().network().endpoints().getFirst())) {
      print(new P1Cold(home, node).run());
    }
    grants.forRecord("P6-10000", smallest);
    grants.growth(smallest);
    print(grants.lines());
  }

  private static void print(List<BenchLine> lines) {
    lines.forEach(System.out::println);
  }
}
