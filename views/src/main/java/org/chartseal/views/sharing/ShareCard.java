package org.chartseal.views.sharing;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.sending.SendingView;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ReasonText;
import org.chartseal.views.sharing.SharingDesk.Share;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One consent, where it stands, and the way to take it back. */
final class ShareCard extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final SendingView sending;
  private final Button revoke = new Button();

  /**
   * @param number names the card's controls
   */
  ShareCard(Kit kit, Share share, Instant now, int number, Consumer<Share> taken) {
    this.kit = kit;
    this.texts = kit.texts(ShareCard.class);
    this.sending = new SendingView(kit);
    ConsentWords words = new ConsentWords(kit);
    getStyleClass().add("cs-card");
    setMaxWidth(760);

    Label name = new Label(share.terms().grantee().display());
    name.setWrapText(true);
    name.getStyleClass().add("cs-heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, name, gap, standing(share.status()));
    head.setAlignment(Pos.CENTER_LEFT);
    Label sentence = wrapped(share.isRevocable() ? "cs-plain-words" : "cs-quiet");
    sentence.setId("share-" + number);
    sentence.textProperty().bind(spoken(() -> sentence(words, share)));
    Label end = wrapped("cs-quiet");
    end.textProperty().bind(spoken(() -> end(words, share, now)));
    getChildren().addAll(head, sentence, end);
    if (!share.behind().isEmpty()) {
      Label behind = wrapped("cs-caution");
      behind.setGraphic(icon(Material2AL.HOURGLASS_EMPTY, "cs-caution"));
      behind.textProperty().bind(texts.bind("behind", String.join(", ", share.behind())));
      getChildren().add(behind);
    }
    revoke.setId("revoke-" + number);
    revoke.textProperty().bind(texts.bind("revoke"));
    revoke.accessibleTextProperty().bind(texts.bind("revoke.of", name.getText()));
    revoke.setOnAction(pressed -> taken.accept(share));
    shown(revoke, share.isRevocable());
    shown(sending, false);
    getChildren().addAll(revoke, sending);
    share.revoking().ifPresent(this::revoking);
    shown(revoke, share.isRevocable());
  }

  private static String sentence(ConsentWords words, Share share) {
    return switch (share.status()) {
      case GrantStatus.Valid valid -> words.granted(share.terms());
      case GrantStatus.NotYet notYet -> words.coming(share.terms());
      case GrantStatus.Expired expired -> words.ended(share.terms());
      case GrantStatus.Revoked revoked -> words.revoked(share.terms());
      case GrantStatus.Unknown unknown -> words.granted(share.terms());
    };
  }

  /** Its revocation is so far. */
  void revoking(Sent sent) {
    shown(revoke, sent.hasFailed());
    shown(sending, true);
    sending.show(sent);
  }

  private Label standing(GrantStatus status) {
    Label label = new Label(null, icon(icon(status), style(status)));
    label.getStyleClass().addAll("cs-grade", style(status));
    label.setMinWidth(USE_PREF_SIZE);
    label.textProperty().bind(texts.bind(SharingLines.state(status)));
    return label;
  }

  private String end(ConsentWords words, Share share, Instant now) {
    return switch (share.status()) {
      case GrantStatus.Valid(var until) -> texts.get("end.valid", words.until(until, now));
      case GrantStatus.NotYet(var from) -> texts.get("end.not_yet", kit.formats().moment(from));
      case GrantStatus.Expired(var at) -> texts.get("end.expired", kit.formats().moment(at));
      case GrantStatus.Revoked(var at) -> texts.get("end.revoked", kit.formats().moment(at));
      case GrantStatus.Unknown(var check) ->
          texts.get("end.unknown", new ReasonText(kit.localisation()).of(check));
    };
  }

  private static Ikon icon(GrantStatus status) {
    return switch (status) {
      case GrantStatus.Valid valid -> Material2AL.CHECK_CIRCLE;
      case GrantStatus.NotYet notYet -> Material2MZ.SCHEDULE;
      case GrantStatus.Expired expired -> Material2MZ.TIMER_OFF;
      case GrantStatus.Revoked revoked -> Material2AL.BLOCK;
      case GrantStatus.Unknown unknown -> Material2AL.HELP_OUTLINE;
    };
  }

  private static String style(GrantStatus status) {
    return switch (status) {
      case GrantStatus.Valid valid -> "cs-proven";
      case GrantStatus.NotYet notYet -> "cs-accent";
      case GrantStatus.Expired expired -> "cs-unknown";
      case GrantStatus.Revoked revoked -> "cs-unknown";
      case GrantStatus.Unknown unknown -> "cs-caution";
    };
  }

  private static FontIcon icon(Ikon ikon, String style) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().add(style);
    return icon;
  }

  /** A label that keeps all its lines where there is little room. */
  private static Label wrapped(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private ObservableValue<String> spoken(Callable<String> words) {
    return Bindings.createStringBinding(words, kit.localisation().languageProperty());
  }

  private static void shown(Region node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
