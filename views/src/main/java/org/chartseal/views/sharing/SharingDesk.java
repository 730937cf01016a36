package org.chartseal.views.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.sending.Sent;

/** What the patient shares. */
public interface SharingDesk {

  /**
   * One consent that was given.
   *
   * @param behind names of those who have not yet ended what a revoked consent opened
   * @param revoking how far its revocation is, if one is on its way
   */
  record Share(
      ConsentTerms terms, GrantStatus status, List<String> behind, Optional<Sent> revoking) {
    public Share {
      behind = List.copyOf(behind);
    }

    /** Whether it can be taken back. */
    public boolean isRevocable() {
      return revoking.stream().allMatch(Sent::hasFailed)
          && switch (status) {
            case GrantStatus.Valid valid -> true;
            case GrantStatus.NotYet notYet -> true;
            case GrantStatus.Unknown unknown -> true;
            case GrantStatus.Expired expired -> false;
            case GrantStatus.Revoked revoked -> false;
          };
    }
  }

  /** The consents, those that hold first, then the newest. */
  List<Share> shares() throws RefusedException;

  /** How far the revocation of a consent is. */
  Optional<Sent> revocation(String consent) throws RefusedException;

  /** The patient's device. */
  KeyHolder holder() throws RefusedException;

  /** Takes a consent back; a revocation that failed is sent again. */
  Sent revoke(String consent, Pin pin, Progress progress) throws RefusedException;

  /** The present time. */
  Instant now();
}
