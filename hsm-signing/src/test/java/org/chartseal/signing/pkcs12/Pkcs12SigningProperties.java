package org.chartseal.signing.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.chartseal.signing.Digest;
import org.chartseal.signing.Judges;
import org.chartseal.signing.Signature;
import org.chartseal.signing.internal.KeyOperations;

class Pkcs12SigningProperties {
  private static final Pkcs12KeyPair PAIR = Pkcs12KeyPair.generate();

  private final KeyOperations operations = new KeyOperations(Pkcs12Device.softwareProvider());

  @Property(tries = 300)
  void whatever_is_signed_verifies_and_has_a_low_s(@ForAll @Size(32) byte[] value)
      throws GeneralSecurityException {
    Digest digest = Digest.of(value);
    Signature signature = operations.sign(PAIR.privateKey(), digest);
    assertThat(Judges.isLowS(signature)).isTrue();
    assertThat(Judges.verifies(PAIR.publicKey(), digest, signature)).isTrue();
  }
}
