package org.chartseal.signing.pkcs11;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chartseal.signing.internal.DeviceFaultException;
import org.chartseal.signing.pkcs11.TokenReader.TokenInfo;

/** An HSM vendor's PKCS#11 library, from which one of its tokens is chosen. */
public final class Pkcs11Module {

  private final Path library;

  public Pkcs11Module(Path library) {
    this.library = library.toAbsolutePath();
  }

  /** The tokens that are connected now; needs no PIN. */
  public TokenListOutcome tokens() {
    try {
      return new TokenListOutcome.Tokens(
          reader().tokens().stream()
              .filter(TokenInfo::isInitialised)
              .map(TokenInfo::label)
              .toList());
    } catch (DeviceFaultException e) {
      return new TokenListOutcome.Unavailable(e.fault());
    } catch (CryptokiException e) {
      return new TokenListOutcome.Unavailable(Pkcs11Faults.of(e));
    }
  }

  TokenReader reader() throws DeviceFaultException {
    if (!Files.isRegularFile(library)) {
      throw new DeviceFaultException(Pkcs11Faults.moduleUnavailable());
    }
    try {
      return new TokenReader(Cryptoki.of(library));
    } catch (IllegalArgumentException | CryptokiException e) {
      throw new DeviceFaultException(Pkcs11Faults.moduleUnavailable());
    }
  }
}
