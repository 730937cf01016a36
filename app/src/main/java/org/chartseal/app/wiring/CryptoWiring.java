package org.chartseal.app.wiring;

import java.security.SecureRandom;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.SignatureVerifier;

/** Sealing, opening and verifying with the fastest engine of this machine. */
public record CryptoWiring(
    EntrySealer sealer, EntryOpener opener, SignatureVerifier verifier, SecureRandom random) {

  static CryptoWiring make() {
    CryptoEngine engine = CryptoEngine.best();
    SecureRandom random = new SecureRandom();
    return new CryptoWiring(
        new EntrySealer(engine, random),
        new EntryOpener(engine),
        engine.signatureVerifier(),
        random);
  }
}
