package org.chartseal.app.console.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.app.session.PatientActs;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.consent.PatientDesk;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.sharing.SharingDesk;

/** What a patient shares, and taking it back. */
public final class PatientSharing implements SharingDesk {

  private static final Comparator<Share> HOLDING_FIRST =
      Comparator.comparing((Share share) -> !share.isRevocable() && share.revoking().isEmpty())
          .thenComparing((Share share) -> share.terms().made(), Comparator.reverseOrder());

  private final PatientSeat seat;
  private final PatientDesk desk;
  private final SentJobs sent;
  private final OrganisationNames names;

  public PatientSharing(PatientSeat seat) {
    Workspace workspace = seat.workspace();
    this.seat = seat;
    this.desk = workspace.consents().patients();
    this.sent = new SentJobs(workspace.stores().outbox());
    this.names = new OrganisationNames(workspace.identity().directory());
  }

  @Override
  public List<Share> shares() throws RefusedException {
    return seat.read(session -> {
      try (PatientBooks books = desk.read(session)) {
        Map<String, Set<OrganisationId>> behind =
            seat.workspace().consents().pendingRevocations().read(session, books);
        List<Share> shares = new ArrayList<>();
        for (Grant grant : oneOfEach(books.grants())) {
          shares.add(share(grant, behind.getOrDefault(grant.terms().id(), Set.of())));
        }
        shares.sort(HOLDING_FIRST);
        return shares;
      }
    });
  }

  private Share share(Grant grant, Set<OrganisationId> behind) {
    boolean revoked = grant.status() instanceof GrantStatus.Revoked;
    return new Share(
        grant.terms(),
        grant.status(),
        behind.stream().map(names::of).toList(),
        revocation(grant.terms().id()).filter(far -> !revoked || !far.isFinal()));
  }

  /**
   * A grant that was given anew, when another was revoked, stands several times under its id; the
   * one that holds says where it stands, else the newest.
   */
  private static List<Grant> oneOfEach(List<Grant> oldestFirst) {
    Map<String, Grant> grants = new LinkedHashMap<>();
    for (Grant grant : oldestFirst) {
      grants.merge(
          grant.terms().id(),
          grant,
          (known, newer) ->
              newer.status() instanceof GrantStatus.Revoked
                      && !(known.status() instanceof GrantStatus.Revoked)
                  ? known
                  : newer);
    }
    return List.copyOf(grants.values());
  }

  @Override
  public Optional<Sent> revocation(String consent) {
    return sent.of(PatientActs.revocation(consent));
  }

  @Override
  public KeyHolder holder() {
    return seat.holder();
  }

  @Override
  public Sent revoke(String consent, Pin pin, Progress progress) throws RefusedException {
    Owner owner = PatientActs.revocation(consent);
    return seat.sign(
        pin,
        session -> {
          if (revocation(consent).filter(Sent::hasFailed).isPresent()) {
            desk.sendAgain(session, owner);
            return revocation(consent).orElseThrow();
          }
          try (PatientBooks books = desk.read(session)) {
            PatientRequests.queued(desk.revoke(session, books, consent, owner));
            return revocation(consent).orElseThrow();
          }
        });
  }

  @Override
  public Instant now() {
    return seat.workspace().clock().instant();
  }
}
