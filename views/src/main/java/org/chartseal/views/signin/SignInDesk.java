package org.chartseal.views.signin;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/**
 * Knows who may sit here, and lets them in.
 *
 * @param <S> what a person works with once they are in
 */
public interface SignInDesk<S> {

  /** Who may sit here. */
  List<Person> people() throws RefusedException;

  /** Where the PINs of a sample network are written, to be told; nothing on a real one. */
  Optional<String> samplePins();

  /** The device of a person, asked before their PIN. */
  KeyHolder holder(Person person) throws RefusedException;

  /** Lets a person in. */
  S open(Person person, Pin pin, Progress progress) throws RefusedException;

  /** Closes what was opened for a person who did not wait for it. */
  void left(S session);
}
