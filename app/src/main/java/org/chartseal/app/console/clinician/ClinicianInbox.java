package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.SeenNews;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.desk.ClaimListOutcome;
import org.chartseal.services.claims.desk.ClaimStanding;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.SendOutcome;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.CardOutcome;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.inbox.AnswerItem;
import org.chartseal.views.inbox.ClaimItem;
import org.chartseal.views.inbox.InboxDesk;

/** The organisation's claims, and the answers of all patients who confirmed here. */
public final class ClinicianInbox implements InboxDesk {

  private final Seat seat;
  private final Workspace workspace;
  private volatile List<ClaimItem> read = List.of();

  public ClinicianInbox(Seat seat) {
    this.seat = seat;
    this.workspace = seat.workspace();
  }

  @Override
  public Mail read(Progress progress) throws RefusedException {
    return Refusals.in(() -> {
      Map<PartyId, PatientCard> patients = patients();
      List<Doubt> gaps = new ArrayList<>();
      List<ClaimItem> claims = claims(patients, progress, gaps);
      List<AnswerItem> answers = answers(patients, progress, gaps);
      read = List.copyOf(claims);
      return new Mail(
          claims, answers, gaps, new SeenNews(workspace.home()).of(seat.person().alias()));
    });
  }

  /** The claims as they were read the last time; from any thread. */
  public List<ClaimItem> claims() {
    return read;
  }

  @Override
  public void seen(Set<String> news) throws RefusedException {
    Refusals.in(() -> {
      new SeenNews(workspace.home()).put(seat.person().alias(), news);
      return news;
    });
  }

  @Override
  public int send() throws RefusedException {
    return Refusals.in(() -> {
      try (OrganisationSession session = session()) {
        return switch (workspace.claims().hospital().sendAll(session)) {
          case SendOutcome.Refused(var fault) -> throw new RefusedException(fault);
          case SendOutcome.Sent(int claims, var lost) -> {
            if (claims == 0 && lost.isPresent()) {
              throw new RefusedException(lost.get());
            }
            // The list says so of those that still wait.
            yield claims;
          }
        };
      }
    });
  }

  @Override
  public RuleSentences rules() {
    return workspace.claims().rules().sentences();
  }

  private List<ClaimItem> claims(
      Map<PartyId, PatientCard> patients, Progress progress, List<Doubt> gaps)
      throws RefusedException {
    Map<OrganisationId, String> insurers = new HashMap<>();
    workspace
        .identity()
        .directory()
        .all()
        .forEach(organisation -> insurers.put(organisation.id(), organisation.name()));
    try (OrganisationSession session = session()) {
      return switch (workspace.claims().hospital().list(session, progress)) {
        case ClaimListOutcome.Failed(var fault) -> throw new RefusedException(fault);
        case ClaimListOutcome.Listed(var standings, var missing) -> {
          gaps.addAll(missing);
          List<ClaimItem> items = new ArrayList<>();
          for (ClaimStanding standing : standings) {
            items.add(ClaimItems.of(standing, patients, insurers));
          }
          // They come in the order in which they were made.
          yield items.reversed();
        }
      };
    }
  }

  private List<AnswerItem> answers(
      Map<PartyId, PatientCard> patients, Progress progress, List<Doubt> gaps) {
    List<AnswerItem> items = new ArrayList<>();
    int done = 0;
    for (PatientCard card : patients.values()) {
      if (!progress.step(done++, patients.size(), "reading answers")) {
        break;
      }
      try (PairBook book = seat.book(card)) {
        items.addAll(AnswerItems.of(book, card, workspace.clock().instant()));
      } catch (RefusedException e) {
        gaps.add(new Doubt.Hindered(e.fault()));
      }
    }
    items.sort(Comparator.comparing(AnswerItem::asked).reversed());
    return items;
  }

  /** Those who confirmed here, by their number. */
  private Map<PartyId, PatientCard> patients() throws HomeException {
    Map<PartyId, PatientCard> patients = new LinkedHashMap<>();
    for (byte[] file : new Visits(workspace.home()).cards(seat.organisation().id())) {
      if (workspace.identity().cards().read(file) instanceof CardOutcome.Valid(var signed)) {
        patients.put(signed.card().party(), signed.card());
      }
    }
    return patients;
  }

  private OrganisationSession session() {
    return new OrganisationSession(seat.organisation(), workspace.identity().pairs());
  }
}
