package org.chartseal.views.claim;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.seal.ShownLeaf;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The few elements that the hospital shows of its record, and whether they are proven. */
final class EvidenceView {

  private final Texts texts;
  private final FindingText found;

  EvidenceView(Kit kit) {
    this.found = new FindingText(kit.localisation());
    this.texts = kit.texts(EvidenceView.class);
  }

  List<Node> of(LineRow row) {
    List<Node> parts = new ArrayList<>();
    parts.add(heading(texts.get("evidence.proof")));
    if (row.evidence().isPresent()) {
      parts.add(findings(row.evidence().get()));
    } else {
      Label checking = new Label(texts.get("evidence.checking"));
      checking.getStyleClass().add("cs-quiet");
      parts.add(checking);
    }
    parts.add(heading(texts.get("evidence.shown")));
    parts.add(elements(row.line().disclosure().leaves()));
    return parts;
  }

  private GridPane findings(LineEvidence evidence) {
    GridPane grid = new GridPane();
    grid.setId("line-findings");
    grid.getStyleClass().add("cs-checks");
    int row = 0;
    for (EvidenceKind kind : EvidenceKind.values()) {
      Finding finding = evidence.finding(kind);
      FontIcon icon = new FontIcon(icon(finding.state()));
      icon.getStyleClass().add(style(finding.state()));
      Label name = new Label(texts.word("evidence.kind", kind));
      name.setWrapText(true);
      Label state = new Label(texts.word("finding", finding.state()));
      state.getStyleClass().add(style(finding.state()));
      state.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row++, icon, name, state);
      if (finding.state() != Finding.State.HOLDS) {
        Label detail = new Label(found.of(finding));
        detail.setWrapText(true);
        detail.getStyleClass().add("cs-quiet");
        grid.add(detail, 1, row++, 2, 1);
      }
    }
    return grid;
  }

  private GridPane elements(List<ShownLeaf> leaves) {
    GridPane grid = new GridPane();
    grid.setId("line-elements");
    grid.getStyleClass().add("cs-checks");
    int row = 0;
    for (ShownLeaf shown : leaves) {
      Label name =
          new Label(
              shown.leaf().pointer().isEmpty() ? shown.leaf().resource() : shown.leaf().pointer());
      name.getStyleClass().add("cs-quiet");
      GridPane.setHgrow(name, Priority.ALWAYS);
      Label place =
          new Label(texts.get("evidence.place", shown.place().index() + 1, shown.place().size()));
      place.getStyleClass().add("cs-code");
      place.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(shown.leaf().value());
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      grid.addRow(row++, name, place);
      grid.add(value, 0, row++, 2, 1);
    }
    return grid;
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("cs-strong");
    return label;
  }

  private static Ikon icon(Finding.State state) {
    return switch (state) {
      case HOLDS -> Material2AL.CHECK;
      case FAILS -> Material2AL.CLOSE;
      case UNKNOWN -> Material2AL.HELP_OUTLINE;
    };
  }

  private static String style(Finding.State state) {
    return switch (state) {
      case HOLDS -> "cs-proven";
      case FAILS -> "cs-failed";
      case UNKNOWN -> "cs-unknown";
    };
  }
}
