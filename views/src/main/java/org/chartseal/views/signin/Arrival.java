package org.chartseal.views.signin;

import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way in. Whoever leaves before they are in gets what was opened for them closed,
 * whichever comes first.
 *
 * @param <S> what is opened for them
 */
final class Arrival<S> {

  private final SignInDesk<S> desk;
  private @Nullable S session;
  private boolean gone;

  Arrival(SignInDesk<S> desk) {
    this.desk = desk;
  }

  /** It was opened; off the JavaFX thread. */
  synchronized S came(S opened) {
    if (gone) {
      desk.left(opened);
    } else {
      session = opened;
    }
    return opened;
  }

  /** They do not wait for it any more; off the JavaFX thread. */
  synchronized void leave() {
    gone = true;
    if (session != null) {
      desk.left(session);
      session = null;
    }
  }
}
