package org.chartseal.app.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.chartseal.app.demo.DemoException;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.Members;
import org.chartseal.services.seal.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chartseal demo}. */
@Command(
    name = "demo",
    description = {
      "Makes or opens the embedded network, and says who is in it and where their PINs are.",
      "Interrupted, it goes on the next time."
    },
    footer = {"", "Example:", "  chartseal demo --home ~/clinic --patients 3"})
final class DemoCommand implements Callable<Integer> {

  private static final Fault STOPPED =
      new Fault("CS-STOP-01", "Stopped. Nothing is lost: the same command goes on from here.");

  private final Invocation invocation;

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "How many of the sample patients; all by default.",
      defaultValue = "2147483647")
  private int patients;

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    if (patients < 1) {
      throw CommandFailure.usage("CS-USE-04", "There is at least one patient.");
    }
    HomeFolder home = invocation.home();
    SampleShelf shelf = new SampleShelf(Path.of(System.getProperty("chartseal.sample", "sample")));
    DemoSetUp setUp = new DemoSetUp(home, shelf, new SecureRandom(), InstantSource.system());
    Output output = invocation.output();
    long start = System.nanoTime();
    try (Interruption _ = Interruption.says(output, STOPPED)) {
      setUp.run(patients, output.progress());
    } catch (DemoException e) {
      throw CommandFailure.environment(e.fault());
    }
    for (Identity identity : new Identities(home).all()) {
      output.row(
          Row.of("identity", identity.alias())
              .and("role", identity.role().word())
              .and("organisation", identity.organisation())
              .and("name", identity.name()),
          "  %-20s %-10s %s".formatted(identity.alias(), identity.role().word(), identity.name()));
    }
    for (Members.Insured insured : new Members(home).all()) {
      output.row(
          Row.of("member", insured.member())
              .and("insurer", insured.insurer())
              .and("patient", insured.patient())
              .and("plan", insured.plan()),
          "  %-20s %-10s %s, plan %s"
              .formatted(insured.member(), "member", insured.patient(), insured.plan()));
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    Path pins = new DemoPins(home, new SecureRandom()).file();
    output.row(
        Row.of("home", home.root().toString())
            .and("pins", pins.toString())
            .and("documents", home.documents().toString())
            .and("seconds", seconds),
        """

        Home       %s
        PINs       %s (demonstration only: give it as --pin-file)
        Documents  %s
        Ready after %d s.\
        """
            .formatted(home.root(), pins, home.documents(), seconds));
    return ExitStatus.DONE.code();
  }
}
