package org.chartseal.services.seal.cbor;

/** Bytes that are no CBOR of the kind expected. The message names what is wrong, never a value. */
public final class CborException extends Exception {

  private static final long serialVersionUID = 1L;

  public CborException(String message) {
    super(message);
  }
}
