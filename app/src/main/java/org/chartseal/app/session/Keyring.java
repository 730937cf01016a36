package org.chartseal.app.session;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyListOutcome;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.signing.UnlockOutcome;

/** Unlocks the devices of a home's identities. */
public final class Keyring {

  /** Those of a device that are in use. */
  private record Keys(DeviceKey signing, DeviceKey agreement) {}

  private final Identities identities;
  private final DemoPins demoPins;
  private final PinSource pins;

  /**
   * @param demoPins open the devices that stand in for an organisation's HSM, which nobody types a
   *     PIN for at each visit
   */
  public Keyring(Identities identities, DemoPins demoPins, PinSource pins) {
    this.identities = identities;
    this.demoPins = demoPins;
    this.pins = pins;
  }

  /**
   * Unlocks somebody's device with the PIN that they give.
   *
   * @param what the PIN is for, to go on after "to"
   */
  public UnlockedIdentity unlock(Identity identity, String what) throws RefusedException {
    String question = "PIN of " + holder(identity) + " to " + what;
    try (Pin pin = pins.ask(identity.alias(), question)) {
      return unlock(identity, pin);
    }
  }

  /**
   * Unlocks an organisation's own device: with the demonstration's PIN where there is one, else
   * with one that is given.
   */
  public UnlockedIdentity unlockOrganisation(Identity organisation)
      throws RefusedException, HomeException {
    Optional<Pin> known = demoPins.find(organisation.alias());
    if (known.isEmpty()) {
      return unlock(organisation, "use the organisation's keys");
    }
    try (Pin pin = known.get()) {
      return unlock(organisation, pin);
    }
  }

  /** Unlocks a device with this PIN, which stays the caller's. */
  public UnlockedIdentity unlock(Identity identity, Pin pin) throws RefusedException {
    // The session owns what was decrypted; closing the device would lock it.
    KeyDevice device = device(identity);
    List<DeviceKey> keys = keys(device);
    DeviceKey signing = expected(identity, newest(keys, KeyPurpose.SIGN));
    DeviceKey agreement = newest(keys, KeyPurpose.AGREE);
    return open(device, new Keys(signing, agreement), holder(identity), pin);
  }

  /** Unlocks a device that nobody of this home has yet with this PIN, which stays the caller's. */
  public UnlockedIdentity unlock(KeyDevice device, Pin pin) throws RefusedException {
    List<DeviceKey> keys = keys(device);
    Keys newest = new Keys(newest(keys, KeyPurpose.SIGN), newest(keys, KeyPurpose.AGREE));
    return open(device, newest, device.label(), pin);
  }

  /** What somebody's device says about its PIN before it is asked for. */
  public PinStatus pinStatus(Identity identity) {
    try (KeyDevice device = identities.device(identity)) {
      return device.pinStatus();
    } catch (HomeException e) {
      return new PinStatus.Unavailable(
          new DeviceFault(DeviceFault.Code.FILE_UNREADABLE, e.fault().sentence()));
    }
  }

  /** The certificates of somebody's signing key, readable without a PIN. */
  public List<X509Certificate> chain(Identity identity, KeyPurpose purpose)
      throws RefusedException {
    try (KeyDevice device = device(identity)) {
      return newest(keys(device), purpose).chain();
    }
  }

  private static UnlockedIdentity open(KeyDevice device, Keys keys, String holder, Pin pin)
      throws RefusedException {
    return switch (device.unlock(pin)) {
      case UnlockOutcome.Unlocked(DeviceSession session) ->
          new UnlockedIdentity(session, keys.signing(), keys.agreement());
      case UnlockOutcome.WrongPin wrong ->
          throw refused(
              "CS-PIN-08",
              "That is not the PIN of " + holder + ". Nothing was signed or opened. Try again.");
      case UnlockOutcome.PinBlocked blocked ->
          throw refused(
              "CS-PIN-09",
              "The device of " + holder + " takes no PIN any more. Have it unblocked.");
      case UnlockOutcome.Unavailable(var fault) -> throw refused(fault);
    };
  }

  private static String holder(Identity identity) {
    return identity.name() + " (" + identity.alias() + ")";
  }

  private KeyDevice device(Identity identity) throws RefusedException {
    try {
      return identities.device(identity);
    } catch (HomeException e) {
      throw new RefusedException(e.fault());
    }
  }

  /** A token is known by its label, which another may carry too; the key tells them apart. */
  private DeviceKey expected(Identity identity, DeviceKey signing) throws RefusedException {
    try {
      String id = KeyId.of(signing.publicKey()).value().hex();
      if (identities.token(identity).filter(token -> !token.key().equals(id)).isPresent()) {
        throw refused(
            "CS-PIN-12",
            "The token holds another key than the one that was added. Connect the right token, or add this one in the settings.");
      }
      return signing;
    } catch (HomeException e) {
      throw new RefusedException(e.fault());
    }
  }

  private static List<DeviceKey> keys(KeyDevice device) throws RefusedException {
    return switch (device.keys()) {
      case KeyListOutcome.Unavailable(var fault) -> throw refused(fault);
      case KeyListOutcome.Keys(var found) -> found;
    };
  }

  private static DeviceKey newest(List<DeviceKey> keys, KeyPurpose purpose)
      throws RefusedException {
    DeviceKey newest = null;
    for (DeviceKey key : keys) {
      if (key.purpose() == purpose && (newest == null || key.index() > newest.index())) {
        newest = key;
      }
    }
    if (newest == null) {
      throw refused("CS-PIN-10", "The device lacks a key that is needed. Use another device.");
    }
    return newest;
  }

  private static RefusedException refused(DeviceFault fault) {
    return refused(fault.code().shortCode(), fault.sentence());
  }

  private static RefusedException refused(String code, String sentence) {
    return new RefusedException(new Fault(code, sentence));
  }
}
