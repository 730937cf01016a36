package org.chartseal.app.session;

import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;

/**
 * Where PINs come from. Never from a command line's arguments, which other users of the machine can
 * see.
 */
@FunctionalInterface
public interface PinSource {

  /**
   * The PIN of somebody's device; the caller closes it.
   *
   * @param alias whose
   * @param question names the owner and what the PIN is for
   * @throws RefusedException CS-PIN-… if there is none to be had
   */
  Pin ask(String alias, String question) throws RefusedException;
}
