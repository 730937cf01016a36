package org.chartseal.views.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/**
 * The tokens of HSMs on which people's keys are. Adding and removing one takes its PIN, which is
 * not kept: whoever sits at the window may be somebody else.
 */
public interface DevicesDesk {

  /**
   * A token.
   *
   * @param module the HSM's PKCS#11 library
   * @param label of the token
   */
  record Choice(Path module, String label) {}

  /**
   * A key of a token, as its certificate shows it.
   *
   * @param id by which the registry names it
   */
  record Key(KeyPurpose purpose, String holder, LocalDate until, String id) {}

  /**
   * A token with its keys.
   *
   * @param person who signs with it, and where; nobody as long as it was not added
   * @param trouble why its keys cannot be seen now
   */
  record Device(Choice choice, List<Key> keys, Optional<String> person, Optional<Fault> trouble) {
    public Device {
      keys = List.copyOf(keys);
    }
  }

  /** Those that were added. */
  List<Device> devices() throws RefusedException;

  /** The tokens that a library finds connected. */
  List<String> tokens(Path module) throws RefusedException;

  /** Looks at a token that may be added. */
  Device look(Choice choice) throws RefusedException;

  /** Whose PIN adds or removes a token: its own. */
  KeyHolder holder(Choice choice) throws RefusedException;

  /**
   * Adds a token that proves its key: its holder can sign in with it from now on.
   *
   * @throws RefusedException if the PIN is wrong, no root that the network trusts vouches for its
   *     certificate, or the registry licenses its key for no organisation of this home; nothing was
   *     added then
   */
  Device add(Choice choice, Pin pin) throws RefusedException;

  /**
   * Forgets a token that proves its key; nothing on it is changed.
   *
   * @throws RefusedException if the PIN is wrong, or it is not the token that was added
   */
  void remove(Choice choice, Pin pin) throws RefusedException;
}
