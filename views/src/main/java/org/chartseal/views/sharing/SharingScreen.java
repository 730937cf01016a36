package org.chartseal.views.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Confirmation;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.export.Saver;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.sharing.SharingDesk.Share;
import org.kordamp.ikonli.material2.Material2MZ;

/** What the patient shares, where each consent stands, and taking one back. */
public final class SharingScreen implements Screen {

  private static final Duration EVERY = Duration.seconds(1);

  private final Kit kit;
  private final Texts texts;
  private final SharingDesk desk;
  private final Latest loading;
  private final Latest asking;
  private final Latest watching;
  private final StatePane state;
  private final VBox page = new VBox();
  private final VBox cards = new VBox();
  private final ScrollPane view;
  private final Map<String, ShareCard> shown = new HashMap<>();
  private final Map<String, Sent> underway = new LinkedHashMap<>();
  private final Timeline clock;
  private List<Share> listed = List.of();

  public SharingScreen(Kit kit, SharingDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(SharingScreen.class);
    this.desk = desk;
    this.loading = new Latest(kit.tasks());
    this.asking = new Latest(kit.tasks());
    this.watching = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.view = new ScrollPane(state);
    view.setFitToWidth(true);
    view.setFitToHeight(true);
    Label title = new Label();
    title.textProperty().bind(texts.bind("screen"));
    title.getStyleClass().add("cs-title");
    cards.getStyleClass().add("cs-cards");
    page.getStyleClass().add("cs-page");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button csv = new Button();
    csv.setId("sharing-csv");
    csv.textProperty().bind(texts.bind("csv"));
    csv.setOnAction(pressed ->
        new Saver(kit).table(csv, texts.get("screen"), new SharingLines(kit).of(listed)));
    HBox head = new HBox(title, gap, csv);
    head.getStyleClass().add("cs-toolbar");
    page.getChildren().addAll(head, cards);
    clock = new Timeline(new KeyFrame(EVERY, tick -> watch()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void attached() {
    load();
    clock.play();
  }

  @Override
  public void detached() {
    clock.stop();
    loading.stop();
    asking.stop();
    watching.stop();
  }

  private void load() {
    state.busy(
        texts.bind("loading"),
        loading.start(progress -> desk.shares(), this::show, this::failed),
        () -> state.stopped(this::load));
  }

  private void failed(Fault fault) {
    state.failed(fault, this::load);
  }

  private void show(List<Share> shares) {
    listed = List.copyOf(shares);
    shown.clear();
    underway.clear();
    List<Node> nodes = new ArrayList<>();
    for (Share share : shares) {
      ShareCard card = new ShareCard(kit, share, desk.now(), nodes.size(), this::revoke);
      shown.put(share.terms().id(), card);
      share.revoking().ifPresent(sent -> underway.put(share.terms().id(), sent));
      nodes.add(card);
    }
    cards.getChildren().setAll(nodes);
    if (nodes.isEmpty()) {
      state.empty(Material2MZ.SHARE, texts.bind("empty"), texts.bind("empty.words"));
    } else {
      state.show(page);
    }
  }

  private void revoke(Share share) {
    String who = share.terms().grantee().display();
    Confirmation.ask(
        kit,
        texts.get("confirm", who),
        texts.get("confirm.words", who),
        texts.get("revoke"),
        () -> sign(share, who));
  }

  private void sign(Share share, String who) {
    String consent = share.terms().id();
    asking.start(
        progress -> desk.holder(),
        holder ->
            PinDialog.ask(
                kit,
                holder,
                texts.get("purpose", who),
                (pin, progress) -> desk.revoke(consent, pin, progress),
                sent -> revoking(consent, sent),
                this::load),
        this::failed);
  }

  private void revoking(String consent, Sent sent) {
    underway.put(consent, sent);
    ShareCard card = shown.get(consent);
    if (card != null) {
      card.revoking(sent);
    }
  }

  /** Follows the revocations that are on their way; when one is final, all is read again. */
  private void watch() {
    List<String> consents =
        underway.entrySet().stream()
            .filter(one -> !one.getValue().isFinal())
            .map(Map.Entry::getKey)
            .toList();
    if (consents.isEmpty()) {
      return;
    }
    watching.start(
        progress -> {
          Map<String, Optional<Sent>> now = new LinkedHashMap<>();
          for (String consent : consents) {
            now.put(consent, desk.revocation(consent));
          }
          return now;
        },
        now -> {
          now.forEach((consent, sent) -> sent.ifPresent(far -> revoking(consent, far)));
          if (underway.values().stream().anyMatch(Sent::isFinal)) {
            underway.values().removeIf(Sent::isFinal);
            loading.start(progress -> desk.shares(), this::show, this::failed);
          }
        },
        fault -> {
          // The lamps tell of it, and the next tick looks again.
        });
  }
}
