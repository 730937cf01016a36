package org.chartseal.signing.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Devices;
import org.chartseal.signing.Judges;
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
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP);
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

  @Test
  void a_new_session_on_a_token_ends_the_one_before() {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP);
    make(device);
    DeviceKey key = Devices.key(device, KeyPurpose.SIGN);
    try (Pin pin = SoftHsm.pin()) {
      DeviceSession first = Devices.unlock(device, pin);
      try (DeviceSession second =
          Devices.unlock(new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP), pin)) {
        assertThat(Devices.refusal(first.sign(key, Judges.sha256(new byte[0]))))
            .isEqualTo(DeviceFault.Code.SESSION_CLOSED);
        first.close();
        Devices.sign(second, key, Judges.sha256(new byte[0]));
      }
    }
  }

  @Test
  void a_token_that_is_not_there_or_not_the_only_one_is_not_guessed() {
    Path module = SoftHsm.module();
    assertThat(Devices.fault(new Pkcs11Device(module, "nobody's").keys()))
        .isEqualTo(DeviceFault.Code.TOKEN_UNAVAILABLE);
    assertThat(Devices.fault(new Pkcs11Device(module, SoftHsm.TWINS).keys()))
        .isEqualTo(DeviceFault.Code.TOKEN_UNAVAILABLE);
  }

  @Test
  void a_module_that_is_none_says_so() throws Exception {
    Path text = Files.writeString(folder.resolve("module.so"), "not a library");
    try (Pin pin = SoftHsm.pin()) {
      assertThat(Devices.fault(new Pkcs11Device(text, "x").unlock(pin)))
          .isEqualTo(DeviceFault.Code.MODULE_UNAVAILABLE);
      assertThat(Devices.fault(new Pkcs11Device(folder.resolve("none.so"), "x").unlock(pin)))
          .isEqualTo(DeviceFault.Code.MODULE_UNAVAILABLE);
    }
  }

  private static void make(Pkcs11Device device) {
    try (Pin pin = SoftHsm.pin()) {
      assertThat(new Pkcs11TokenSetup(device, Devices.holder("CN=Hospital")).makeKeys(pin))
          .isInstanceOf(TokenSetupOutcome.KeysMade.class);
    }
  }
}
