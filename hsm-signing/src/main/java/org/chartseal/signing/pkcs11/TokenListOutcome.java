package org.chartseal.signing.pkcs11;

import java.util.List;
import org.chartseal.signing.DeviceFault;

/** What {@link Pkcs11Module#tokens()} answers. */
public sealed interface TokenListOutcome {

  /** The labels of the tokens that are connected; one that several carry is there as often. */
  record Tokens(List<String> labels) implements TokenListOutcome {
    public Tokens {
      labels = List.copyOf(labels);
    }
  }

  /** The module could not be asked. */
  record Unavailable(DeviceFault fault) implements TokenListOutcome {}
}
