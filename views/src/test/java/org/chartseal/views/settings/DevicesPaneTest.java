package org.chartseal.views.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DevicesPaneTest {

  private static final Fault UNLICENSED =
      new Fault("CS-TEST-02", "The registry does not know this key.");

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
  void a_token_is_looked_at_with_its_keys_added_and_removed() throws TimeoutException {
    robot.clickOn("#device-module").write("/opt/hsm.so");
    bench.press("device-look");
    bench.awaitText("Signing key: Dr Yoon Ara, certificate until Jan 1, 2030");
    bench.pictures("devices");
    bench.press("device-add");
    bench.awaitText("Dr Yoon Ara, Hana Clinic signs with it");
    bench.press("device-remove");
    bench.awaitText("No HSM was added.");
  }

  @Test
  void a_key_that_the_registry_does_not_license_is_not_added_and_it_says_why()
      throws TimeoutException {
    desk.licensed = false;
    robot.clickOn("#device-module").write("/opt/hsm.so");
    bench.press("device-look");
    bench.awaitText("Signing key: Dr Yoon Ara");
    bench.press("device-add");
    bench.awaitText(UNLICENSED.sentence());
    assertThat(desk.added).isEmpty();
  }

  private static final class Desk implements DevicesDesk {
    private final List<Device> added = new ArrayList<>();
    private volatile boolean licensed = true;

    @Override
    public List<Device> devices() {
      return List.copyOf(added);
    }

    @Override
    public List<String> tokens(Path module) {
      return List.of("ward");
    }

    @Override
    public Device look(Choice choice) {
      return device(choice, Optional.empty());
    }

    @Override
    public Device add(Choice choice) throws RefusedException {
      if (!licensed) {
        throw new RefusedException(UNLICENSED);
      }
      Device device = device(choice, Optional.of("Dr Yoon Ara, Hana Clinic"));
      added.add(device);
      return device;
    }

    @Override
    public void remove(Choice choice) {
      added.clear();
    }

    private static Device device(Choice choice, Optional<String> person) {
      return new Device(
          choice,
          List.of(
              new Key(
                  KeyPurpose.SIGN, "Dr Yoon Ara", LocalDate.parse("2030-01-01"), "ab".repeat(32))),
          person,
          Optional.empty());
    }
  }
}
