package org.chartseal.views.claim;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.seal.ShownLeaf;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The few elements that the hospital shows of its record, and whether they are proven. */
final class EvidenceView {

  private static final String SIGNED = "line-elements-signed";

  private final Texts texts;
  private final FindingText found;
  private final ElementWords words;

  EvidenceView(Kit kit) {
    this.found = new FindingText(kit.localisation());
    this.texts = kit.texts(EvidenceView.class);
    this.words = new ElementWords(kit);
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
    parts.add(elements(row.line()));
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

  /** The elements in words; as they were signed, where somebody wants to see that. */
  private VBox elements(ServiceLine line) {
    List<ShownLeaf> leaves = line.disclosure().leaves();
    GridPane grid = new GridPane();
    grid.setId("line-elements");
    grid.getStyleClass().add("cs-facts");
    int row = 0;
    for (ShownLeaf shown : leaves) {
      Label name = new Label(words.name(line, shown.leaf()));
      name.getStyleClass().add("cs-quiet");
      name.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row++, name, wrapped(words.value(line, shown.leaf())));
    }
    Hyperlink details = new Hyperlink(texts.get("evidence.details"));
    details.setId("line-elements-details");
    VBox box = new VBox(4, grid, details);
    details.setOnAction(pressed -> {
      boolean open = box.getChildren().removeIf(node -> SIGNED.equals(node.getId()));
      if (!open) {
        box.getChildren().add(signed(leaves));
      }
    });
    return box;
  }

  private GridPane signed(List<ShownLeaf> leaves) {
    GridPane grid = new GridPane();
    grid.setId(SIGNED);
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
      grid.addRow(row++, name, place);
      grid.add(wrapped(shown.leaf().value()), 0, row++, 2, 1);
    }
    return grid;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
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
