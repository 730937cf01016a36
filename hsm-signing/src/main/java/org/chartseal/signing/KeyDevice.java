package org.chartseal.signing;

/**
 * Something that holds a party's keys: a card, a token of an HSM, a key file.
 *
 * <p>Calls may block on hardware or a key derivation; none belongs on a user interface's thread.
 * All of them may be made from any thread.
 */
public interface KeyDevice extends AutoCloseable {

  /** The device's name for people: a token's label, a file's name without its folder. */
  String label();

  /**
   * The keys, from their certificates, which are readable before the PIN wherever the device
   * permits. What they say is proven only by {@link #unlock}: until then it serves to show whose
   * device this is.
   */
  KeyListOutcome keys();

  /** What is known about the PIN before it is asked for. Uses up no try. */
  PinStatus pinStatus();

  /**
   * Tries a PIN, once. The caller keeps and closes the PIN.
   *
   * <p>A card or token knows one state of being unlocked, not one per session: there, a new attempt
   * ends the session before it, for otherwise any PIN would seem right. Key files have as many
   * sessions as are asked for.
   */
  UnlockOutcome unlock(Pin pin);

  /** Lets the device go, locking every session that is still open. May be called again. */
  @Override
  void close();
}
