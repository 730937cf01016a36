package org.chartseal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every device promises. A subclass provides a device that holds one signing and one agreement
 * key; a device that counts tries must give enough of them for one wrong PIN a test.
 */
public abstract class KeyDeviceContract {
  private KeyDevice device;

  protected abstract KeyDevice openDevice();

  protected abstract Pin rightPin();

  protected abstract Pin wrongPin();

  @BeforeEach
  void open() {
    device = openDevice();
  }

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void it_shows_whose_keys_it_holds_before_the_pin() {
    List<DeviceKey> keys = Devices.keys(device);

    assertThat(keys)
        .extracting(DeviceKey::purpose)
        .containsExactly(KeyPurpose.SIGN, KeyPurpose.AGREE);
    assertThat(keys)
        .allSatisfy(key -> {
          assertThat(key.certificate().getSubjectX500Principal().getName()).contains("Dr. Ada Kim");
          assertThat(
                  P256PublicKey.of(
                      (java.security.interfaces.ECPublicKey) key.certificate().getPublicKey()))
              .isEqualTo(key.publicKey());
        });
  }

  @Test
  void its_pin_is_not_blocked_and_asking_uses_no_try() {
    assertThat(device.pinStatus())
        .isInstanceOfAny(PinStatus.Unknown.class, PinStatus.TriesLeft.class);
    assertThat(device.pinStatus()).isEqualTo(device.pinStatus());
  }

  @Test
  void a_wrong_pin_opens_nothing_and_the_right_one_still_does() {
    try (Pin wrong = wrongPin()) {
      assertThat(device.unlock(wrong)).isInstanceOf(UnlockOutcome.WrongPin.class);
    }
    unlock().close();
  }

  @Test
  void a_wrong_pin_is_wrong_while_a_session_is_open_too() {
    DeviceSession session = unlock();
    try (Pin wrong = wrongPin()) {
      assertThat(device.unlock(wrong)).isInstanceOf(UnlockOutcome.WrongPin.class);
    }
    session.close();
  }

  @Test
  void a_signature_verifies_under_a_verifier_that_is_not_ours() {
    Digest digest = Judges.sha256("an entry".getBytes(StandardCharsets.UTF_8));
    try (DeviceSession session = unlock()) {
      Signature signature = Devices.sign(session, signingKey(), digest);

      assertThat(Judges.verifies(signingKey().publicKey(), digest, signature)).isTrue();
      assertThat(Judges.verifies(agreementKey().publicKey(), digest, signature)).isFalse();
    }
  }

  @Test
  void a_signature_is_a_jws_with_an_unencoded_payload() throws Exception {
    byte[] payload = new byte[120];
    new SecureRandom().nextBytes(payload);
    try (DeviceSession session = unlock()) {
      Signature signature =
          Devices.sign(session, signingKey(), Judges.sha256(Judges.jwsSigningInput(payload)));

      assertThat(Judges.verifiesAsJws(signingKey().publicKey(), payload, signature)).isTrue();
      payload[0] ^= 1;
      assertThat(Judges.verifiesAsJws(signingKey().publicKey(), payload, signature)).isFalse();
    }
  }

  @Test
  void s_is_low_in_every_signature() {
    SecureRandom random = new SecureRandom();
    try (DeviceSession session = unlock()) {
      for (int i = 0; i < 64; i++) {
        byte[] value = new byte[Digest.LENGTH];
        random.nextBytes(value);
        Digest digest = Digest.of(value);
        Signature signature = Devices.sign(session, signingKey(), digest);
        assertThat(Judges.isLowS(signature)).isTrue();
        assertThat(Judges.verifies(signingKey().publicKey(), digest, signature)).isTrue();
      }
    }
  }

  @Test
  void both_sides_agree_on_the_same_secret() {
    try (DeviceSession session = unlock()) {
      // Many pairs, so that some x-coordinate begins with a zero byte on some run; it must not be
      // cut off.
      for (int i = 0; i < 64; i++) {
        KeyPair other = Judges.newPair();
        try (SharedSecret ours = Devices.agree(session, agreementKey(), Judges.publicKey(other))) {
          assertThat(ours.use(byte[]::clone))
              .isEqualTo(Judges.agree(other.getPrivate(), agreementKey().publicKey()));
        }
      }
    }
  }

  @Test
  void an_agreement_key_agrees_with_itself_the_same_way_every_time() {
    P256PublicKey own = agreementKey().publicKey();
    try (DeviceSession session = unlock();
        SharedSecret first = Devices.agree(session, agreementKey(), own);
        SharedSecret second = Devices.agree(session, agreementKey(), own)) {
      assertThat(first.use(byte[]::clone)).isEqualTo(second.use(byte[]::clone));
    }
  }

  @Test
  void an_agreement_key_signs_nothing_and_a_signing_key_agrees_with_nobody() {
    DeviceKey sign = signingKey();
    DeviceKey agree = agreementKey();
    Digest digest = Judges.sha256(new byte[0]);
    try (DeviceSession session = unlock()) {
      assertThat(Devices.refusal(session.sign(agree, digest)))
          .isEqualTo(DeviceFault.Code.KEY_NOT_USABLE);
      assertThat(Devices.refusal(session.agree(sign, agree.publicKey())))
          .isEqualTo(DeviceFault.Code.KEY_NOT_USABLE);
      DeviceKey relabelled =
          new DeviceKey(agree.alias(), KeyPurpose.SIGN, agree.publicKey(), agree.chain(), 0);
      assertThat(Devices.refusal(session.sign(relabelled, digest)))
          .isEqualTo(DeviceFault.Code.KEY_NOT_USABLE);
    }
  }

  @Test
  void a_key_of_another_device_is_not_found() {
    DeviceKey mine = signingKey();
    DeviceKey foreign =
        new DeviceKey(
            mine.alias(),
            mine.purpose(),
            Judges.publicKey(Judges.newPair()),
            mine.chain(),
            mine.index());
    try (DeviceSession session = unlock()) {
      assertThat(Devices.refusal(session.sign(foreign, Judges.sha256(new byte[0]))))
          .isEqualTo(DeviceFault.Code.KEY_NOT_FOUND);
    }
  }

  @Test
  void a_locked_session_signs_and_agrees_no_more() {
    DeviceKey sign = signingKey();
    DeviceKey agree = agreementKey();
    DeviceSession session = unlock();
    session.close();
    session.close();

    assertThat(Devices.refusal(session.sign(sign, Judges.sha256(new byte[0]))))
        .isEqualTo(DeviceFault.Code.SESSION_CLOSED);
    assertThat(Devices.refusal(session.agree(agree, agree.publicKey())))
        .isEqualTo(DeviceFault.Code.SESSION_CLOSED);
  }

  @Test
  void closing_the_device_locks_its_sessions() {
    DeviceKey sign = signingKey();
    DeviceSession session = unlock();
    device.close();
    device.close();

    assertThat(Devices.refusal(session.sign(sign, Judges.sha256(new byte[0]))))
        .isEqualTo(DeviceFault.Code.SESSION_CLOSED);
  }

  @Test
  void it_unlocks_again_after_it_was_locked() {
    unlock().close();
    try (DeviceSession session = unlock()) {
      Devices.sign(session, signingKey(), Judges.sha256(new byte[0]));
    }
  }

  @Test
  void several_threads_share_a_session() {
    DeviceKey sign = signingKey();
    try (DeviceSession session = unlock()) {
      assertThat(
              java.util.stream.IntStream.range(0, 40)
                  .parallel()
                  .mapToObj(i -> Judges.sha256(new byte[] {(byte) i}))
                  .allMatch(digest ->
                      Judges.verifies(
                          sign.publicKey(), digest, Devices.sign(session, sign, digest))))
          .isTrue();
    }
  }

  @Test
  void nothing_it_prints_holds_the_pin_or_a_name() {
    String typed = rightPin().use(String::new);
    DeviceSession session = unlock();
    session.close();
    String printed =
        device
            + device.label()
            + device.keys()
            + device.pinStatus()
            + session
            + session.sign(signingKey(), Judges.sha256(new byte[0]))
            + rightPin();

    assertThat(printed).doesNotContain(typed).doesNotContain("Ada Kim");
  }

  protected final DeviceSession unlock() {
    try (Pin pin = rightPin()) {
      return Devices.unlock(device, pin);
    }
  }

  private DeviceKey signingKey() {
    return Devices.key(device, KeyPurpose.SIGN);
  }

  private DeviceKey agreementKey() {
    return Devices.key(device, KeyPurpose.AGREE);
  }
}
