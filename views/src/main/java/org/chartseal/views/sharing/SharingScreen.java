package org.chartseal.views.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Confirmation;
import org.chartseal.views.kit.export.Saver;
import org.chartseal.views.kit.sending.Followed;
import org.chartseal.views.kit.sending.FollowedCards;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Job;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.sharing.SharingDesk.Share;
import org.kordamp.ikonli.material2.Material2MZ;

/** What the patient shares, where each consent stands, and taking one back. */
public final class SharingScreen implements Screen {

  private final Kit kit;
  private final Texts texts;
  private final SharingDesk desk;
  private final FollowedCards<List<Share>> page;
  private final Map<String, ShareCard> shown = new HashMap<>();
  private final Map<String, Sent> underway = new LinkedHashMap<>();
  private List<Share> listed = List.of();

  public SharingScreen(Kit kit, SharingDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(SharingScreen.class);
    this.desk = desk;
    Label title = new Label();
    title.textProperty().bind(texts.bind("screen"));
    title.getStyleClass().add("cs-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button csv = new Button();
    csv.setId("sharing-csv");
    csv.textProperty().bind(texts.bind("csv"));
    csv.setOnAction(pressed ->
        new Saver(kit).table(csv, texts.get("screen"), new SharingLines(kit).of(listed)));
    HBox head = new HBox(title, gap, csv);
    head.getStyleClass().add("cs-toolbar");
    page = new FollowedCards<>(kit, new Shares(), head);
  }

  @Override
  public Parent view() {
    return page.view();
  }

  @Override
  public void attached() {
    page.attach();
  }

  @Override
  public void detached() {
    page.detach();
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
    page.sign(
        progress -> desk.holder(),
        texts.get("purpose", who),
        (pin, progress) -> desk.revoke(consent, pin, progress),
        sent -> revoking(consent, sent));
  }

  private void revoking(String consent, Sent sent) {
    underway.put(consent, sent);
    ShareCard card = shown.get(consent);
    if (card != null) {
      card.revoking(sent);
    }
  }

  /** The consents, and the revocations that are on their way; a final one is read again. */
  private final class Shares implements Followed<List<Share>> {

    @Override
    public ObservableValue<String> reading() {
      return texts.bind("loading");
    }

    @Override
    public List<Share> read(Progress progress) throws RefusedException {
      return desk.shares();
    }

    @Override
    public List<ShareCard> cards(List<Share> shares) {
      listed = List.copyOf(shares);
      shown.clear();
      underway.clear();
      List<ShareCard> cards = new ArrayList<>();
      for (Share share : shares) {
        ShareCard card =
            new ShareCard(kit, share, desk.now(), cards.size(), SharingScreen.this::revoke);
        shown.put(share.terms().id(), card);
        share.revoking().ifPresent(sent -> underway.put(share.terms().id(), sent));
        cards.add(card);
      }
      return cards;
    }

    @Override
    public void nothing(StatePane state) {
      state.empty(Material2MZ.SHARE, texts.bind("empty"), texts.bind("empty.words"));
    }

    @Override
    public Optional<Job<Runnable>> look() {
      List<String> consents =
          underway.entrySet().stream()
              .filter(one -> !one.getValue().isFinal())
              .map(Map.Entry::getKey)
              .toList();
      return consents.isEmpty() ? Optional.empty() : Optional.of(progress -> followed(consents));
    }

    private Runnable followed(List<String> consents) throws RefusedException {
      Map<String, Optional<Sent>> now = new LinkedHashMap<>();
      for (String consent : consents) {
        now.put(consent, desk.revocation(consent));
      }
      return () -> {
        now.forEach((consent, sent) -> sent.ifPresent(far -> revoking(consent, far)));
        if (underway.values().stream().anyMatch(Sent::isFinal)) {
          underway.values().removeIf(Sent::isFinal);
          page.reload();
        }
      };
    }
  }
}
