package org.chartseal.views.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.InfoDialog;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.text.Texts;

/** What is behind each lamp, in words. */
final class LampDetails {

  /** The fault of an endpoint that does not answer. */
  private static final String NO_ANSWER = "CS-LEDG-01";

  private final Kit kit;
  private final Texts texts;

  LampDetails(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(LampDetails.class);
  }

  Overlay.Dialog card(ConsoleStatus status) {
    ConsoleStatus.Card card = status.card();
    List<InfoDialog.Row> rows = new ArrayList<>();
    rows.add(new InfoDialog.Row(texts.get("card.holder"), card.holder()));
    rows.add(new InfoDialog.Row(texts.get("card.kind"), texts.word("card.kind", card.kind())));
    card.certificateUntil()
        .ifPresent(until ->
            rows.add(new InfoDialog.Row(texts.get("card.until"), kit.formats().day(until))));
    return new InfoDialog(kit, texts.get("card.title"), rows, List.of());
  }

  Overlay.Dialog network(ConsoleStatus status) {
    ConsoleStatus.Network network = status.network();
    List<InfoDialog.Row> rows = new ArrayList<>();
    rows.add(new InfoDialog.Row(texts.get("network.chain"), network.chainId()));
    network
        .block()
        .ifPresent(block ->
            rows.add(new InfoDialog.Row(texts.get("network.block"), kit.formats().number(block))));
    rows.add(
        new InfoDialog.Row(
            texts.get("network.quorum"),
            texts.get("network.of", network.quorum(), network.endpoints().size())));
    List<Fault> faults = new ArrayList<>();
    network.fault().ifPresent(faults::add);
    for (ConsoleStatus.Endpoint endpoint : network.endpoints()) {
      rows.add(
          new InfoDialog.Row(
              endpoint.name(), endpoint.fault().map(this::bad).orElse(texts.get("endpoint.good"))));
      endpoint.fault().ifPresent(faults::add);
    }
    return new InfoDialog(kit, texts.get("network.title"), rows, faults);
  }

  /** One that is away did nothing wrong, and is told apart from one that lies or lags. */
  private String bad(Fault fault) {
    return texts.get(fault.code().equals(NO_ANSWER) ? "endpoint.away" : "endpoint.bad");
  }

  Overlay.Dialog outbox(ConsoleStatus status) {
    ConsoleStatus.Outbox outbox = status.outbox();
    Map<ConsoleStatus.Stage, Long> stages =
        outbox.waiting().stream()
            .collect(
                Collectors.groupingBy(
                    ConsoleStatus.Waiting::stage, TreeMap::new, Collectors.counting()));
    List<InfoDialog.Row> rows = new ArrayList<>();
    stages.forEach((stage, count) ->
        rows.add(new InfoDialog.Row(texts.word("stage", stage), kit.formats().number(count))));
    if (rows.isEmpty()) {
      rows.add(new InfoDialog.Row(texts.get("outbox.empty"), ""));
    }
    return new InfoDialog(kit, texts.get("outbox.title"), rows, outbox.faults());
  }
}
