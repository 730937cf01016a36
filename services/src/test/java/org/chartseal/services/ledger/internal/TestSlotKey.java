package org.chartseal.services.ledger.internal;

import java.security.GeneralSecurityException;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RecoverableSignature;
import org.chartseal.services.seal.Slot;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * A slot key of a patient, made and used by web3j: a second opinion on what the contract accepts.
 */
public final class TestSlotKey {

  private final ECKeyPair pair;

  public TestSlotKey() {
    try {
      pair = Keys.createEcKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Slot slot() {
    return new Slot(LedgerWords.of(Address.ofHex(Keys.getAddress(pair))));
  }

  public RecoverableSignature sign(Hash32 digest) {
    Sign.SignatureData signature = Sign.signMessage(digest.bytes(), pair, false);
    return new RecoverableSignature(
        signature.getV()[0], Hash32.of(signature.getR()), Hash32.of(signature.getS()));
  }
}
