package org.chartseal.views.shell;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.layout.IconAlone;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Card, network and outbox at a glance, each with a word; a click tells what is behind it. */
final class Lamps extends HBox {

  private static final Duration EVERY = Duration.seconds(2);

  private final Kit kit;
  private final Texts texts;
  private final StatusSource source;
  private final Latest looking;
  private final Button card = lamp("lamp-card");
  private final Button network = lamp("lamp-network");
  private final Button outbox = lamp("lamp-outbox");
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final Timeline clock;
  private @Nullable ConsoleStatus status;
  private Subscription language = Subscription.EMPTY;
  private boolean busy;

  Lamps(Kit kit, StatusSource source) {
    this.kit = kit;
    this.texts = kit.texts(Lamps.class);
    this.source = source;
    this.looking = new Latest(kit.tasks());
    getStyleClass().add("cs-lamps");
    getChildren().addAll(card, network, outbox);
    card.setOnAction(pressed -> details(LampDetails::card));
    network.setOnAction(pressed -> details(LampDetails::network));
    outbox.setOnAction(pressed -> details(LampDetails::outbox));
    clock = new Timeline(new KeyFrame(EVERY, tick -> look()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /** Shows icons alone, each of another form, while this is so. */
  void shorten(ObservableBooleanValue narrow) {
    for (Button lamp : List.of(card, network, outbox)) {
      IconAlone.when(narrow, lamp);
    }
  }

  /** How many entries are not final. */
  ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  void attach() {
    language = kit.localisation().languageProperty().subscribe(now -> speak());
    look();
    clock.play();
  }

  void detach() {
    language.unsubscribe();
    clock.stop();
    looking.stop();
    busy = false;
  }

  private void look() {
    if (busy) {
      return;
    }
    busy = true;
    looking.start(
        progress -> source.look(),
        now -> {
          busy = false;
          show(now);
        },
        fault -> {
          busy = false;
          unknown();
        });
  }

  private void speak() {
    if (status != null) {
      show(status);
    }
  }

  /** What was seen before may be over. */
  private void unknown() {
    status = null;
    set(card, Light.UNKNOWN, texts.get("lamp.card.unknown"));
    set(network, Light.UNKNOWN, texts.get("lamp.network.unknown"));
    set(outbox, Light.UNKNOWN, texts.get("lamp.outbox.unknown"));
  }

  private void show(ConsoleStatus now) {
    status = now;
    waiting.set(now.outbox().waiting().size());
    set(card, Light.GOOD, texts.get("lamp.card.ready"));
    Optional<Fault> broken = now.network().fault();
    if (broken.isPresent() || now.network().block().isEmpty()) {
      set(network, Light.BAD, texts.get("lamp.network.away"));
    } else {
      boolean partly =
          now.network().endpoints().stream().anyMatch(endpoint -> endpoint.fault().isPresent());
      set(
          network,
          partly ? Light.CAUTION : Light.GOOD,
          texts.get(
              partly ? "lamp.network.partly" : "lamp.network.block",
              now.network().block().getAsLong()));
    }
    boolean check = !now.outbox().faults().isEmpty() || now.outbox().needsSomebody();
    Light outboxLight =
        check ? Light.CAUTION : now.outbox().waiting().isEmpty() ? Light.GOOD : Light.BUSY;
    set(
        outbox,
        outboxLight,
        texts.get(check ? "lamp.outbox.check" : "lamp.outbox", now.outbox().waiting().size()));
  }

  private void details(Details which) {
    if (status != null) {
      kit.overlay().show(which.of(new LampDetails(kit), status));
    }
  }

  private static void set(Button lamp, Light light, String words) {
    lamp.setText(words);
    lamp.setAccessibleText(words);
    FontIcon icon = new FontIcon(light.icon());
    icon.getStyleClass().add(light.style);
    lamp.setGraphic(icon);
  }

  private static Button lamp(String id) {
    Button lamp = new Button();
    lamp.setId(id);
    lamp.getStyleClass().addAll("flat", "cs-lamp");
    lamp.setMinWidth(USE_PREF_SIZE);
    return lamp;
  }

  /** How a lamp shines: never by colour alone. */
  private enum Light {
    GOOD("cs-proven"),
    BUSY("cs-accent"),
    CAUTION("cs-caution"),
    BAD("cs-failed"),
    UNKNOWN("cs-unknown");

    private final String style;

    Light(String style) {
      this.style = style;
    }

    private Ikon icon() {
      return switch (this) {
        case GOOD -> Material2AL.CHECK_CIRCLE;
        case BUSY -> Material2MZ.SYNC;
        case CAUTION -> Material2MZ.WARNING;
        case BAD -> Material2AL.ERROR;
        case UNKNOWN -> Material2AL.HELP_OUTLINE;
      };
    }
  }

  /** The dialog behind a lamp. */
  @FunctionalInterface
  private interface Details {
    Overlay.Dialog of(LampDetails details, ConsoleStatus status);
  }
}
