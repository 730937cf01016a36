package org.chartseal.views.rules;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.chartseal.services.claims.PackId;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** By what a pack is known: version, digest, signature, currency. */
final class PackFacts extends GridPane {

  PackFacts(Kit kit, String id, PackId pack, String currency, String signature) {
    Texts texts = kit.texts(PackFacts.class);
    setId(id);
    getStyleClass().add("cs-facts");
    fact(0, texts.get("version"), pack.id() + " " + pack.version());
    fact(1, texts.get("digest"), "SHA-256 " + pack.digest().hex());
    fact(2, texts.get("signature"), signature);
    fact(3, texts.get("currency"), currency);
  }

  private void fact(int row, String name, String value) {
    Label left = new Label(name);
    left.getStyleClass().add("cs-quiet");
    left.setMinWidth(Region.USE_PREF_SIZE);
    Label right = new Label(value);
    right.setWrapText(true);
    addRow(row, left, right);
  }
}
