package org.chartseal.signing.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartseal.signing.Devices;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyDeviceContract;
import org.chartseal.signing.Pin;
import org.junit.jupiter.api.BeforeAll;

class Pkcs11DeviceTest extends KeyDeviceContract {
  @BeforeAll
  static void makeKeys() {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.CONTRACT);
    try (Pin pin = SoftHsm.pin()) {
      assertThat(new Pkcs11TokenSetup(device, Devices.holder("CN=Dr. Ada Kim")).makeKeys(pin))
          .isInstanceOf(TokenSetupOutcome.KeysMade.class);
    }
  }

  @Override
  protected KeyDevice openDevice() {
    return new Pkcs11Device(SoftHsm.module(), SoftHsm.CONTRACT);
  }

  @Override
  protected Pin rightPin() {
    return SoftHsm.pin();
  }

  @Override
  protected Pin wrongPin() {
    return Pin.copyOf("000000".toCharArray());
  }
}
