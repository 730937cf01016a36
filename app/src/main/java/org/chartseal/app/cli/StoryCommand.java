package org.chartseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartseal.app.demo.DemoException;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.demo.SampleVisit;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import picocli.CommandLine.Command;

/** {@code chartseal story}. */
@Command(
    name = "story",
    description = {
      "Plays the whole path in ten steps on the embedded network, with the commands that do it.",
      "It goes from a first visit to a paid claim and a revoked consent, and can be played again and again."
    },
    footer = {"", "Example:", "  chartseal story --home ~/clinic"})
final class StoryCommand implements Callable<Integer> {

  private static final Fault STOPPED =
      new Fault(
          "CS-STOP-02",
          "Stopped. Nothing that was signed is lost; 'chartseal story' plays it again from the first step.");
  private static final int ALL = Integer.MAX_VALUE;

  private final Invocation invocation;

  StoryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    HomeFolder home = invocation.home();
    SampleShelf shelf = new SampleShelf(Path.of(System.getProperty("chartseal.sample", "sample")));
    DemoSetUp setUp = new DemoSetUp(home, shelf, new SecureRandom(), InstantSource.system());
    StoryStage stage =
        new StoryStage(
            invocation.terminal(), home.root(), new DemoPins(home, new SecureRandom()).file());
    long start = System.nanoTime();
    try (Interruption _ = Interruption.says(invocation.output(), STOPPED);
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
      stage.announce(
          1,
          "The network",
          "The embedded network comes up, with two hospitals, their clinicians, an insurer, and sample patients whose lives the hospitals sign. The first patient is ready soon; the others are made meanwhile.");
      setUp.run(1, invocation.output().progress());
      String patient = shelf.samples().getFirst().alias();
      // Held open, so that the node is not started anew for each command.
      try (Workspace workspace = Workspace.open(home, InstantSource.system())) {
        Future<?> others =
            background.submit(() -> {
              setUp.run(ALL, Progress.NONE);
              return null;
            });
        stage.say(
            "Chain %s, contracts pinned by their code; %s is ready."
                .formatted(workspace.deployment().chainId(), patient));
        stage.pause();
        Path visit = freshVisit(workspace, home, patient);
        new Story(stage, patient, visit).play();
        stage.say("");
        stage.say("The other patients' records are being finished …");
        others.get();
        stage.say("All sample patients are signed and final: 'chartseal demo' lists them.");
      }
    } catch (DemoException e) {
      throw CommandFailure.environment(e.fault());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DemoException demo
          ? CommandFailure.environment(demo.fault())
          : e;
    }
    stage.say("The story took %d s.".formatted((System.nanoTime() - start) / 1_000_000_000));
    return ExitStatus.DONE.code();
  }

  private static Path freshVisit(Workspace workspace, HomeFolder home, String patient)
      throws Exception {
    Path file = home.documents().resolve(patient + "-visit.json");
    try {
      OwnerOnly.write(
          file,
          SampleVisit.bundle(
              new Patients(workspace).present(patient).card().person(),
              workspace.clock().instant()));
      return file;
    } catch (IOException e) {
      throw CommandFailure.environment(
          new Fault("CS-STORY-03", "The visit's document could not be written. Check the disk."));
    }
  }
}
