package org.chartseal.views.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DevicesPaneTest {

  private static final String PIN = "864209";
  private static final Fault UNTRUSTED = new Fault("CS-TEST-02", "No root vouches for this key.");
  private static final Fault WRONG = new Fault("CS-TEST-03", "That is not its PIN.");
  private static final Fault PULLED = new Fault("CS-TEST-04", "The token is not there.");

  private final FxRobot robot = new FxRobot();
  private final Desk desk = new Desk();
  private Workbench bench;

  @BeforeEach
  void show() throws TimeoutException {
    bench = new Workbench();
    bench.fx(() -> {
      DevicesPane pane = new DevicesPane(bench.kit(), desk);
      VBox card = new VBox(pane);
      card.getStyleClass().add("cs-card");
      bench.show(card);
      pane.attached();
      return pane;
    });
    bench.awaitText("No HSM was added.");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_token_is_looked_at_with_its_keys_and_added_and_removed_with_its_own_pin()
      throws TimeoutException {
    look("/opt/hsm.so");
    bench.pictures("devices");
    bench.press("device-add");
    bench.awaitText("PIN of ward");
    bench.pin(PIN);
    bench.awaitText("Dr Yoon Ara, Hana Clinic signs with it");
    bench.press("device-remove");
    bench.awaitText("PIN of ward");
    bench.pin(PIN);
    bench.awaitText("No HSM was added.");
  }

  @Test
  void a_wrong_pin_adds_nothing_and_removes_nothing() throws TimeoutException {
    look("/opt/hsm.so");
    bench.press("device-add");
    bench.pin("000000");
    bench.awaitText(WRONG.sentence());
    assertThat(desk.added).isEmpty();
    bench.press("pin-cancel");
    bench.press("device-add");
    bench.pin(PIN);
    bench.awaitText("Dr Yoon Ara, Hana Clinic signs with it");
    bench.press("device-remove");
    bench.pin("000000");
    bench.awaitText(WRONG.sentence());
    assertThat(desk.added).hasSize(1);
    bench.press("pin-cancel");
    bench.awaitText("Dr Yoon Ara, Hana Clinic signs with it");
  }

  @Test
  void a_token_that_is_refused_is_not_added_and_it_says_why() throws TimeoutException {
    desk.refusal = Optional.of(UNTRUSTED);
    look("/opt/hsm.so");
    bench.press("device-add");
    bench.pin(PIN);
    bench.awaitText(UNTRUSTED.sentence());
    assertThat(desk.added).isEmpty();
  }

  @Test
  void a_token_that_is_not_connected_cannot_be_removed() throws TimeoutException {
    look("/opt/hsm.so");
    desk.trouble = Optional.of(PULLED);
    bench.press("device-add");
    bench.pin(PIN);
    bench.awaitText(PULLED.sentence());
    assertThat(bench.fx(() -> bench.find("device-remove", Button.class).isVisible())).isFalse();
  }

  @Test
  void a_token_is_added_from_the_library_in_which_it_was_found_whatever_the_field_says_by_then()
      throws TimeoutException {
    desk.labels = List.of("ward", "surgery");
    robot.clickOn("#device-module").write("/opt/hsm.so");
    bench.press("device-look");
    bench.await(() -> bench.find("device-token", ComboBox.class).getItems().size() == 2);
    robot.clickOn("#device-module").write(".other");
    bench.fx(() -> {
      bench.find("device-token", ComboBox.class).getSelectionModel().select(1);
      return desk;
    });
    bench.awaitText("Signing key: Dr Yoon Ara");
    bench.press("device-add");
    bench.pin(PIN);
    bench.awaitText("Dr Yoon Ara, Hana Clinic signs with it");
    assertThat(desk.added)
        .extracting(DevicesDesk.Device::choice)
        .containsExactly(new DevicesDesk.Choice(Path.of("/opt/hsm.so"), "surgery"));
  }

  private void look(String library) throws TimeoutException {
    robot.clickOn("#device-module").write(library);
    bench.press("device-look");
    bench.awaitText("Signing key: Dr Yoon Ara, certificate until Jan 1, 2030");
  }

  private static final class Desk implements DevicesDesk {
    private final List<Device> added = new CopyOnWriteArrayList<>();
    private volatile Optional<Fault> refusal = Optional.empty();
    private volatile Optional<Fault> trouble = Optional.empty();
    private volatile List<String> labels = List.of("ward");

    @Override
    public List<Device> devices() {
      return List.copyOf(added);
    }

    @Override
    public List<String> tokens(Path module) {
      return labels;
    }

    @Override
    public Device look(Choice choice) {
      return device(choice, Optional.empty(), Optional.empty());
    }

    @Override
    public KeyHolder holder(Choice choice) {
      return new KeyHolder(
          choice.label(), KeyHolder.Kind.HSM, new PinStatus.Unknown(), PinStatus.Unknown::new);
    }

    @Override
    public Device add(Choice choice, Pin pin) throws RefusedException {
      require(pin);
      if (refusal.isPresent()) {
        throw new RefusedException(refusal.get());
      }
      Device device = device(choice, Optional.of("Dr Yoon Ara, Hana Clinic"), trouble);
      added.add(device);
      return device;
    }

    @Override
    public void remove(Choice choice, Pin pin) throws RefusedException {
      require(pin);
      added.clear();
    }

    private static void require(Pin pin) throws RefusedException {
      if (!pin.use(String::new).equals(PIN)) {
        throw new RefusedException(WRONG);
      }
    }

    private static Device device(Choice choice, Optional<String> person, Optional<Fault> trouble) {
      return new Device(
          choice,
          List.of(
              new Key(
                  KeyPurpose.SIGN, "Dr Yoon Ara", LocalDate.parse("2030-01-01"), "ab".repeat(32))),
          person,
          trouble);
    }
  }
}
