package org.chartseal.signing.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.chartseal.signing.Devices;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyDeviceContract;
import org.chartseal.signing.Pin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12DeviceTest extends KeyDeviceContract {
  @TempDir static Path folder;

  @BeforeAll
  static void makeKeyFile() {
    try (Pin pin = Pin.copyOf("1357-정답".toCharArray())) {
      assertThat(
              Pkcs12KeyFile.create(
                  folder.resolve("ada.p12"), pin, Devices.holder("CN=Dr. Ada Kim")))
          .isInstanceOf(KeyFileOutcome.Created.class);
    }
  }

  @Override
  protected KeyDevice openDevice() {
    return new Pkcs12Device(folder.resolve("ada.p12"));
  }

  @Override
  protected Pin rightPin() {
    return Pin.copyOf("1357-정답".toCharArray());
  }

  @Override
  protected Pin wrongPin() {
    return Pin.copyOf("1357-오답".toCharArray());
  }
}
