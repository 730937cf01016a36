package org.chartseal.views.inbox;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.DoubtText;
import org.kordamp.ikonli.material2.Material2MZ;

/** The organisation's claims and its patients' answers. It looks again by itself. */
public final class InboxScreen implements Screen {

  private final Texts texts;
  private final Kit kit;
  private final InboxDesk desk;
  private final InboxModel model;
  private final Latest sending;
  private final ClaimList claims;
  private final AnswerList answers;
  private final Tab claimsTab = new Tab();
  private final Tab answersTab = new Tab();
  private final TabPane tabs = new TabPane(claimsTab, answersTab);
  private final Label asOf = new Label();
  private final Label gaps = new Label();
  private final FaultLabel fault;
  private final StatePane state;
  private final BorderPane root = new BorderPane();
  private Subscription listening = Subscription.EMPTY;

  /** Whether it went to what is new since somebody came here. */
  private boolean turned;

  public InboxScreen(Kit kit, InboxDesk desk, InboxModel model) {
    this.kit = kit;
    this.texts = kit.texts(InboxScreen.class);
    this.desk = desk;
    this.model = model;
    this.sending = new Latest(kit.tasks());
    this.claims = new ClaimList(kit, desk.rules(), model, this::send);
    this.answers = new AnswerList(kit, model);
    this.fault = new FaultLabel(kit);
    this.state = new StatePane(kit);
    tab(claimsTab, "inbox-claims", claims);
    tab(answersTab, "inbox-answers", answers);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    hide(fault);
    hide(gaps);
    gaps.setId("inbox-gaps");
    gaps.setWrapText(true);
    gaps.getStyleClass().add("cs-caution");
    VBox top = new VBox(8, head(), fault, gaps);
    top.getStyleClass().add("cs-inbox-head");
    root.setTop(top);
    root.setCenter(state);
  }

  @Override
  public Parent view() {
    return root;
  }

  @Override
  public void attached() {
    turned = false;
    model.watch();
    listening =
        Subscription.combine(
            model.stateProperty().subscribe(this::show),
            kit.localisation().languageProperty().subscribe(now -> retell()));
  }

  @Override
  public void detached() {
    listening.unsubscribe();
    listening = Subscription.EMPTY;
    sending.stop();
    claims.sent();
    model.unwatch();
  }

  /** Shows one of the claims that were read. */
  public void choose(Hash32 claim) {
    turned = true;
    tabs.getSelectionModel().select(claimsTab);
    claims.choose(claim);
  }

  private void show(InboxModel.State now) {
    switch (now) {
      case InboxModel.State.Unread unread -> {
        clear();
        Button again = new Button();
        again.textProperty().bind(texts.bind("again"));
        again.setOnAction(pressed -> model.look());
        state.empty(
            Material2MZ.PAUSE_CIRCLE_OUTLINE,
            texts.bind("stopped"),
            texts.bind("stopped.words"),
            again);
      }
      case InboxModel.State.Reading(var running) -> {
        clear();
        state.busy(texts.bind("reading"), running, model::halt);
      }
      case InboxModel.State.Failed(var why) -> {
        clear();
        state.failed(why, model::look);
      }
      case InboxModel.State.Known known -> show(known);
    }
  }

  private void show(InboxModel.State.Known known) {
    InboxDesk.Mail mail = known.mail();
    claims.show(mail.claims());
    answers.show(mail.answers());
    claimsTab.setText(texts.get("tab.claims", mail.claims().size()));
    answersTab.setText(texts.get("tab.answers", mail.answers().size()));
    asOf.setText(texts.get("asof", kit.formats().time(known.at())));
    known
        .later()
        .ifPresentOrElse(
            why -> {
              fault.show(why);
              fault.setVisible(true);
            },
            () -> fault.setVisible(false));
    gaps.setVisible(!mail.gaps().isEmpty());
    gaps.setText(texts.get("gaps", new DoubtText(kit.localisation()).of(mail.gaps())));
    state.show(tabs);
    turn(mail);
  }

  /** Goes to what is new, once; nobody is taken away from what they read. */
  private void turn(InboxDesk.Mail mail) {
    if (turned) {
      return;
    }
    turned = true;
    boolean claim = mail.claims().stream().anyMatch(item -> model.isFresh(item.news()));
    boolean answer = mail.answers().stream().anyMatch(item -> model.isFresh(item.news()));
    if (claim) {
      tabs.getSelectionModel().select(claimsTab);
    } else if (answer) {
      tabs.getSelectionModel().select(answersTab);
    }
  }

  private void clear() {
    asOf.setText("");
    fault.setVisible(false);
    gaps.setVisible(false);
  }

  private void retell() {
    claims.retell();
    answers.retell();
    show(model.stateProperty().get());
  }

  private void send() {
    claims.sending();
    sending.start(
        progress -> desk.send(),
        sent -> {
          claims.sent();
          model.look();
        },
        claims::unsent);
  }

  private HBox head() {
    Label title = new Label();
    title.textProperty().bind(texts.bind("title"));
    title.getStyleClass().add("cs-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    asOf.setId("inbox-as-of");
    asOf.getStyleClass().add("cs-quiet");
    HBox head = new HBox(title, gap, asOf);
    head.getStyleClass().add("cs-toolbar");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static void tab(Tab tab, String id, Node content) {
    tab.setId(id);
    tab.setContent(content);
  }

  private static void hide(Node node) {
    node.managedProperty().bind(node.visibleProperty());
    node.setVisible(false);
  }
}
