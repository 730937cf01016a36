package org.chartseal.signing.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Devices;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.chartseal.signing.pkcs12.Pkcs12Device;
import org.chartseal.signing.pkcs12.Pkcs12KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs11TokenSetupTest {
  @TempDir Path folder;

  @Test
  void later_keys_take_the_next_index_and_earlier_ones_stay_usable() {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.LATER);
    make(device);
    List<DeviceKey> before = Devices.keys(device);
    make(device);
    List<DeviceKey> after = Devices.keys(device);

    assertThat(after).hasSize(4).containsAll(before);
    assertThat(after).extracting(DeviceKey::index).containsExactly(0, 1, 0, 1);
    try (Pin pin = SoftHsm.pin();
        DeviceSession session = Devices.unlock(device, pin)) {
      for (DeviceKey key : after) {
        if (key.purpose() == KeyPurpose.AGREE) {
          Devices.agree(session, key, before.getLast().publicKey()).close();
        }
      }
    }
  }

  @Test
  void private_keys_are_made_on_the_token_and_do_not_leave_it() throws Exception {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP);
    make(device);
    Pkcs11Token token = device.token();
    try (Pin pin = SoftHsm.pin();
        DeviceSession session = Devices.unlock(device, pin)) {
      assertThat(session).isNotNull();
      KeyStore store = token.keyStore();
      for (DeviceKey key : Devices.keys(device)) {
        assertThat(store.getKey(key.alias(), null).getEncoded()).isNull();
      }
    }
  }

  @Test
  void an_issuer_on_another_device_signs_the_certificates() throws Exception {
    Path file = folder.resolve("authority.p12");
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.ISSUED);
    try (Pin pin = SoftHsm.pin()) {
      Pkcs12KeyFile.create(file, pin, Devices.holder("CN=Authority"));
      Pkcs12Device authority = new Pkcs12Device(file);
      DeviceKey issuer = Devices.key(authority, KeyPurpose.SIGN);
      try (DeviceSession session = Devices.unlock(authority, pin)) {
        assertThat(
                new Pkcs11TokenSetup(device, Devices.holder("CN=시립병원"))
                    .makeKeys(pin, CertificateIssuer.of(session, issuer)))
            .isInstanceOf(TokenSetupOutcome.KeysMade.class);
      }
      List<DeviceKey> keys = Devices.keys(device);
      assertThat(keys).hasSize(2);
      for (DeviceKey key : keys) {
        assertThat(key.chain()).hasSize(2).endsWith(issuer.certificate());
        key.certificate().verify(issuer.publicKey().toJca());
      }
    }
  }

  @Test
  void a_wrong_pin_makes_no_keys() {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP);
    int before = Devices.keys(device).size();
    try (Pin wrong = Pin.copyOf("000000".toCharArray())) {
      assertThat(new Pkcs11TokenSetup(device, Devices.holder("CN=B")).makeKeys(wrong))
          .isInstanceOf(TokenSetupOutcome.WrongPin.class);
    }
    assertThat(Devices.keys(device)).hasSize(before);
  }

  private static void make(Pkcs11Device device) {
    try (Pin pin = SoftHsm.pin()) {
      assertThat(new Pkcs11TokenSetup(device, Devices.holder("CN=Hospital")).makeKeys(pin))
          .isInstanceOf(TokenSetupOutcome.KeysMade.class);
    }
  }
}
