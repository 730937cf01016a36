package org.chartseal.views.kit.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.DecideResult;
import org.chartseal.services.claims.desk.DecideSummary;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.text.Texts;

/** What a run came to: sums that add up before the reader's eyes, and what was refused. */
public final class SummaryCard extends VBox {

  private static final int MOST = 5;

  private final Kit kit;
  private final Texts texts;

  /**
   * @param closed called when the reader has seen enough of it
   */
  public SummaryCard(Kit kit, DecideOutcome outcome, Runnable closed) {
    this.kit = kit;
    this.texts = kit.texts(SummaryCard.class);
    setId("decide-summary");
    getStyleClass().add("cs-card");
    switch (outcome) {
      case DecideOutcome.Done(var results, var summary, var lost) -> {
        fill(results, summary, Optional.empty(), closed);
        lost.ifPresent(this::fault);
      }
      case DecideOutcome.Unsigned(var results, var summary, var fault) ->
          fill(results, summary, Optional.of(fault), closed);
      case DecideOutcome.Failed(var fault) -> fill(fault, closed);
    }
  }

  private void fill(
      List<DecideResult> results,
      DecideSummary summary,
      Optional<Fault> unsigned,
      Runnable closed) {
    getChildren().add(header(texts.bind(title(summary, unsigned)), closed));
    unsigned.ifPresent(this::fault);
    getChildren()
        .addAll(
            line(
                "summary-claims",
                texts.bind(
                    "summary.claims",
                    summary.claims(),
                    summary.decided(),
                    summary.refused(),
                    summary.notReached())),
            line(
                "summary-lines",
                texts.bind(
                    "summary.lines",
                    summary.lines(),
                    summary.approved(),
                    summary.denied(),
                    summary.person())));
    for (LineAmounts amounts : summary.amounts().values()) {
      getChildren().add(line("summary-amounts", kit.localisation().spoken(() -> amounts(amounts))));
    }
    refused(results);
  }

  private void fill(Fault fault, Runnable closed) {
    getChildren().add(header(texts.bind("summary.failed"), closed));
    fault(fault);
  }

  private static String title(DecideSummary summary, Optional<Fault> unsigned) {
    if (unsigned.isPresent()) {
      return "summary.unsigned";
    }
    return summary.notReached() > 0 ? "summary.stopped" : "summary.done";
  }

  private HBox header(ObservableValue<String> title, Runnable closed) {
    Label heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add("cs-heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new Button();
    close.textProperty().bind(texts.bind("summary.close"));
    close.setId("summary-close");
    close.getStyleClass().add("flat");
    close.setOnAction(pressed -> closed.run());
    HBox header = new HBox(heading, gap, close);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private String amounts(LineAmounts sum) {
    return texts.get(
        "summary.amounts",
        kit.formats().money(sum.billed()),
        kit.formats().money(sum.payer()),
        kit.formats().money(sum.secondary()),
        kit.formats().money(sum.patient()),
        kit.formats().money(sum.writeOff()),
        kit.formats().money(sum.pending()));
  }

  private void refused(List<DecideResult> results) {
    FaultTexts faults = new FaultTexts(kit.localisation());
    List<Label> lines = new ArrayList<>();
    for (DecideResult result : results) {
      if (result instanceof DecideResult.Refused(var claim, var fault)) {
        lines.add(
            line(
                "summary-refused",
                kit.localisation()
                    .spoken(() ->
                        texts.get(
                            "summary.refused",
                            ClaimWords.number(claim),
                            faults.sentence(fault),
                            fault.code()))));
      }
    }
    getChildren().addAll(lines.subList(0, Math.min(MOST, lines.size())));
    if (lines.size() > MOST) {
      getChildren().add(line("summary-more", texts.bind("summary.more", lines.size() - MOST)));
    }
  }

  private void fault(Fault fault) {
    FaultLabel label = new FaultLabel(kit);
    label.show(fault);
    getChildren().add(label);
  }

  private static Label line(String id, ObservableValue<String> words) {
    Label label = new Label();
    label.textProperty().bind(words);
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
