package org.chartseal.app.session;

import java.nio.charset.StandardCharsets;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.seal.Digests;

/**
 * How the outbox names what a patient answered, so that a window and a command find the same. The
 * id of a consent comes from who asked, and is not fit for a label.
 */
public final class PatientActs {

  private static final int LENGTH = 32;

  private PatientActs() {}

  /** The grant of a request. */
  public static Owner grant(String consent) {
    return owner("grant-", consent);
  }

  /** The refusal of a request. */
  public static Owner refusal(String consent) {
    return owner("refusal-", consent);
  }

  /** The revocation of a consent. */
  public static Owner revocation(String consent) {
    return owner("revoke-", consent);
  }

  private static Owner owner(String act, String consent) {
    String digest = Digests.sha256(consent.getBytes(StandardCharsets.UTF_8)).hex();
    return new Owner(act + digest.substring(0, LENGTH));
  }
}
