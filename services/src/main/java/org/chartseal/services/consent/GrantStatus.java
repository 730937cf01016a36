package org.chartseal.services.consent;

import java.time.Instant;
import org.chartseal.services.record.CheckResult;

/** Where a grant stands (DESIGN §3.6). Anything but {@link Valid} opens nothing. */
public sealed interface GrantStatus {

  /** It holds until then. */
  record Valid(Instant until) implements GrantStatus {}

  /** Its period has not begun. */
  record NotYet(Instant from) implements GrantStatus {}

  /** Its period is over. */
  record Expired(Instant at) implements GrantStatus {}

  /** The patient took it back. */
  record Revoked(Instant at) implements GrantStatus {}

  /**
   * Whether it holds cannot be proven now.
   *
   * @param check the one that could not be made
   */
  record Unknown(CheckResult check) implements GrantStatus {}
}
