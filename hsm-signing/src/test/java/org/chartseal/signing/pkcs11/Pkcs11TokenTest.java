package org.chartseal.signing.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProviderException;
import javax.security.auth.login.LoginException;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Devices;
import org.chartseal.signing.Judges;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.signing.pkcs11.TokenReader.TokenInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs11TokenTest {
  @TempDir Path folder;

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

  @Test
  void a_device_that_opened_no_session_locks_none() {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP);
    make(device);
    DeviceKey key = Devices.key(device, KeyPurpose.SIGN);
    try (Pin pin = SoftHsm.pin();
        DeviceSession session = Devices.unlock(device, pin)) {
      new Pkcs11Device(SoftHsm.module(), SoftHsm.SETUP).close();
      Devices.sign(session, key, Judges.sha256(new byte[0]));
    }
  }

  @Test
  void a_token_that_was_pulled_says_so() throws Exception {
    Pkcs11Device device = new Pkcs11Device(SoftHsm.module(), SoftHsm.PULLED);
    make(device);
    DeviceKey key = Devices.key(device, KeyPurpose.SIGN);
    Path place = SoftHsm.folderOf(SoftHsm.PULLED);
    Path pocket = place.resolve("../../" + place.getFileName()).normalize();
    try (Pin pin = SoftHsm.pin();
        DeviceSession session = Devices.unlock(device, pin)) {
      Files.move(place, pocket);
      assertThat(Devices.refusal(session.sign(key, Judges.sha256(new byte[0]))))
          .isEqualTo(DeviceFault.Code.REMOVED);
      assertThat(Devices.fault(device.keys())).isEqualTo(DeviceFault.Code.TOKEN_UNAVAILABLE);
      assertThat(device.pinStatus()).isInstanceOf(PinStatus.Unavailable.class);
      assertThat(Devices.fault(device.unlock(pin))).isEqualTo(DeviceFault.Code.TOKEN_UNAVAILABLE);
    }
  }

  @Test
  void what_sunpkcs11_says_of_a_removal_becomes_removed() {
    for (String message :
        new String[] {"Token has been removed", "CKR_TOKEN_NOT_PRESENT", "CKR_DEVICE_REMOVED"}) {
      ProviderException e = new ProviderException("failed", new ProviderException(message));
      assertThat(Pkcs11Faults.of(e).code()).isEqualTo(DeviceFault.Code.REMOVED);
    }
    assertThat(Pkcs11Faults.of(new LoginException("CKR_GENERAL_ERROR")).sentence())
        .contains("CKR_GENERAL_ERROR");
  }

  @Test
  void a_tokens_flags_tell_the_last_try_and_the_lock() {
    assertThat(new TokenInfo(0, "t", 0x20000).isLastTry()).isTrue();
    assertThat(new TokenInfo(0, "t", 0x40000).isBlocked()).isTrue();
    assertThat(new TokenInfo(0, "t", 0x10000)).matches(t -> !t.isLastTry() && !t.isBlocked());
  }

  private static void make(Pkcs11Device device) {
    try (Pin pin = SoftHsm.pin()) {
      assertThat(new Pkcs11TokenSetup(device, Devices.holder("CN=Hospital")).makeKeys(pin))
          .isInstanceOf(TokenSetupOutcome.KeysMade.class);
    }
  }
}
