package org.chartseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartseal.app.Version;
import org.chartseal.app.console.ConsoleLauncher;
import org.chartseal.app.console.Toolkit;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.HomeLog;
import org.chartseal.services.seal.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code chartseal} command: by itself the console, with a command the command line. */
@Command(
    name = "chartseal",
    description = {
      "Health records that belong to the patient.",
      "Without a command it opens the console's window."
    },
    versionProvider = Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "Exit status: 0 done; 1 done, but something was refused or failed verification; 2 wrong use; 3 the home folder, the network or the machine keeps it from working; 130 stopped with Ctrl+C.",
      "",
      "'chartseal help COMMAND' explains a command, with an example."
    })
public final class ChartsealCommand implements Callable<Integer> {

  private static final Fault NO_DISPLAY =
      new Fault(
          "CS-APP-05",
          "The window cannot be opened: this machine has no display, or lacks GTK 3. Use a command instead: 'chartseal help' lists them, and 'chartseal story' plays the whole path in the terminal.");

  private static final int WIDTH = 100;
  private static final String REHEARSE = "--rehearse";

  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = REHEARSE,
      hidden = true,
      description = "Opens the window and closes it as soon as somebody could sign in.")
  private boolean rehearse;

  private final Terminal terminal;
  private final Toolkit toolkit;

  private ChartsealCommand(Terminal terminal, Toolkit toolkit) {
    this.terminal = terminal;
    this.toolkit = toolkit;
  }

  /**
   * Runs the process's command. Where it is the window alone, the window is not kept waiting for
   * the commands, and the toolkit comes up at once.
   *
   * @return the exit status
   */
  public static int execute(Terminal terminal, String... args) {
    if (!opensWindow(args)) {
      return on(terminal).execute(args);
    }
    Toolkit toolkit = new Toolkit();
    toolkit.begin();
    ChartsealCommand root = new ChartsealCommand(terminal, toolkit);
    Invocation invocation = new Invocation(root.options, terminal, Outputs.STANDARD);
    return configured(new CommandLine(root), invocation).execute(args);
  }

  /** Whether the arguments say nothing but the home folder. */
  static boolean opensWindow(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--home")) {
        i++;
      } else if (!args[i].startsWith("--home=") && !args[i].equals(REHEARSE)) {
        return false;
      }
    }
    return true;
  }

  /** The command with all its commands, on these streams. */
  static CommandLine on(Terminal terminal) {
    return on(terminal, Outputs.STANDARD);
  }

  static CommandLine on(Terminal terminal, Outputs outputs) {
    ChartsealCommand root = new ChartsealCommand(terminal, new Toolkit());
    Invocation invocation = new Invocation(root.options, terminal, outputs);
    CommandLine line = new CommandLine(root);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Explains the command, and does nothing.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Says which version this is.")
                .build());
    line.addSubcommand(new HelpCommand());
    line.addSubcommand(new DemoCommand(invocation));
    line.addSubcommand(new StoryCommand(invocation));
    line.addSubcommand(new VisitCommand(invocation));
    line.addSubcommand(
        new CommandLine(new ConsentCommand())
            .addSubcommand(new ConsentAskCommand(invocation))
            .addSubcommand(new ConsentWithdrawCommand(invocation))
            .addSubcommand(new ConsentListCommand(invocation))
            .addSubcommand(new ConsentApproveCommand(invocation))
            .addSubcommand(new ConsentRefuseCommand(invocation))
            .addSubcommand(new ConsentRevokeCommand(invocation)));
    line.addSubcommand(new RecordCommand(invocation));
    line.addSubcommand(new ShowCommand(invocation));
    line.addSubcommand(new ExportCommand(invocation));
    line.addSubcommand(new ImportCommand(invocation));
    line.addSubcommand(new RetractCommand(invocation));
    line.addSubcommand(new AccessCommand(invocation));
    line.addSubcommand(
        new CommandLine(new ClaimCommand())
            .addSubcommand(new ClaimMakeCommand(invocation))
            .addSubcommand(new ClaimSubmitCommand(invocation))
            .addSubcommand(new ClaimListCommand(invocation)));
    line.addSubcommand(new DecideCommand(invocation));
    line.addSubcommand(new ReplayCommand(invocation));
    line.addSubcommand(new SettleCommand(invocation));
    line.addSubcommand(
        new CommandLine(new RulesCommand()).addSubcommand(new RulesTryCommand(invocation)));
    line.addSubcommand(new DoctorCommand(invocation));
    return configured(line, invocation);
  }

  /** What is set reaches only the commands that were added before. */
  private static CommandLine configured(CommandLine line, Invocation invocation) {
    Terminal terminal = invocation.terminal();
    line.setOut(terminal.out()).setErr(terminal.err());
    Failures failures = new Failures(invocation);
    line.setExecutionExceptionHandler(failures);
    line.setParameterExceptionHandler(failures);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    line.setExecutionStrategy(parsed -> {
      HomeLog.keepIn(invocation.home());
      return new CommandLine.RunLast().execute(parsed);
    });
    return line;
  }

  @Override
  public Integer call() throws CommandFailure, InterruptedException, IOException {
    HomeFolder home = new HomeFolder(options.home().toAbsolutePath().normalize());
    try {
      Path samples = Path.of(System.getProperty("chartseal.sample", "sample"));
      ConsoleLauncher launcher = new ConsoleLauncher(home, samples, Version.number(), toolkit);
      if (rehearse) {
        launcher.rehearse(terminal.out());
      } else {
        launcher.run();
      }
    } catch (UnsupportedOperationException e) {
      throw CommandFailure.environment(NO_DISPLAY);
    }
    return ExitStatus.DONE.code();
  }
}
