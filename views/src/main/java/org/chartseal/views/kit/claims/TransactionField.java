package org.chartseal.views.kit.claims;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * A transaction's hash: whole where it fits, else without its middle, by whose ends people compare
 * it. Whoever points at it, hears it or copies it has all of it.
 */
public final class TransactionField extends HBox {

  private final Label hash;

  public TransactionField(Kit kit, Hash32 transaction) {
    Texts texts = kit.texts(TransactionField.class);
    String whole = text(transaction);
    this.hash = new Label(whole);
    hash.setId("claim-transaction");
    hash.getStyleClass().add("cs-code");
    hash.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    hash.setMinWidth(0);
    hash.setTooltip(new Tooltip(whole));
    hash.setAccessibleText(whole);
    Button copy = new Button(null, new FontIcon(Material2AL.CONTENT_COPY));
    copy.setId("claim-transaction-copy");
    copy.getStyleClass().addAll("flat", "button-icon");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    // The keyboard goes to the button alone: it says what it copies.
    copy.accessibleTextProperty()
        .bind(kit.localisation().spoken(() -> texts.get("transaction.copy") + " " + whole));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.bind("transaction.copy"));
    copy.setTooltip(tip);
    copy.setOnAction(pressed -> copy(whole));
    getChildren().addAll(hash, copy);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
  }

  /** The hash as block explorers write it. */
  public static String text(Hash32 transaction) {
    return "0x" + transaction.hex();
  }

  /** Puts it on the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
