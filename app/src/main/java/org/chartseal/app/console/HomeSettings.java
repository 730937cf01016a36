package org.chartseal.app.console;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chartseal.app.doctor.Doctor;
import org.chartseal.app.doctor.Finding;
import org.chartseal.app.home.DirectoryFile;
import org.chartseal.app.home.OrganisationEntry;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.settings.SettingsDesk;

/** What the settings tell of a home. */
final class HomeSettings implements SettingsDesk {

  private final Workspace workspace;
  private final String version;

  HomeSettings(Workspace workspace, String version) {
    this.version = version;
    this.workspace = workspace;
  }

  @Override
  public List<Fact> network() {
    LedgerNetwork network = workspace.network().file().ledger();
    return List.of(
        new Fact(Name.HOME, workspace.home().root().toString()),
        new Fact(Name.CHAIN, network.chainId().toString()),
        new Fact(
            Name.ENDPOINTS,
            network.endpoints().stream().map(URI::getAuthority).collect(Collectors.joining(", "))),
        new Fact(Name.QUORUM, Integer.toString(network.quorum())),
        new Fact(Name.FINALITY, Integer.toString(network.finalityDepth())),
        new Fact(Name.LEDGER, network.ledger().address().toString()),
        new Fact(Name.SETTLEMENT, network.settlement().address().toString()),
        new Fact(Name.TOKEN, network.token().address().toString()));
  }

  @Override
  public List<Actor> actors() throws RefusedException {
    return Refusals.in(() -> {
      List<Actor> actors = new ArrayList<>();
      for (OrganisationEntry entry : new DirectoryFile(workspace.home()).read().organisations()) {
        actors.add(
            new Actor(
                Long.toString(entry.number()),
                entry.name(),
                LocalDate.ofInstant(
                    entry.signing().getFirst().getNotAfter().toInstant(), ZoneId.systemDefault())));
      }
      return actors;
    });
  }

  @Override
  public List<Fact> about() {
    return List.of(
        new Fact(Name.VERSION, version), new Fact(Name.JAVA, Runtime.version().toString()));
  }

  @Override
  public List<Fault> examine() {
    Doctor doctor =
        new Doctor(
            workspace.home(), System.getProperty("chartseal.anvil", ""), InstantSource.system());
    return doctor.examine().stream().map(Finding::faults).flatMap(List::stream).toList();
  }
}
