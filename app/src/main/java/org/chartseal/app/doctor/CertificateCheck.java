package org.chartseal.app.doctor;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.services.seal.Fault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyListOutcome;

/** Whether the key files can be read, and their certificates are valid now and for a month. */
public final class CertificateCheck implements HealthCheck {

  private static final String CHECK = "keys";
  private static final Duration SOON = Duration.ofDays(30);

  private final Identities identities;
  private final InstantSource clock;

  public CertificateCheck(Identities identities, InstantSource clock) {
    this.identities = identities;
    this.clock = clock;
  }

  @Override
  public Finding look() {
    List<Fault> problems = new ArrayList<>();
    List<Fault> notes = new ArrayList<>();
    int keys = 0;
    try {
      for (Identity identity : identities.all()) {
        try (KeyDevice device = identities.device(identity)) {
          switch (device.keys()) {
            case KeyListOutcome.Unavailable(var fault) ->
                problems.add(
                    new Fault(
                        "CS-HEALTH-14",
                        identity.alias() + ": " + fault.sentence(),
                        List.of(identity.alias())));
            case KeyListOutcome.Keys(var found) -> {
              keys += found.size();
              for (DeviceKey key : found) {
                judge(identity, key.certificate(), problems, notes);
              }
            }
          }
        }
      }
    } catch (HomeException e) {
      return Finding.problem(CHECK, e.fault());
    }
    if (!problems.isEmpty()) {
      return Finding.problem(CHECK, problems.toArray(Fault[]::new));
    }
    return notes.isEmpty()
        ? Finding.well(CHECK, keys + " keys, all certificates valid.")
        : Finding.note(CHECK, notes.toArray(Fault[]::new));
  }

  private void judge(
      Identity identity, X509Certificate certificate, List<Fault> problems, List<Fault> notes) {
    Instant now = clock.instant();
    Instant end = certificate.getNotAfter().toInstant();
    String whose = "The certificate of " + identity.alias();
    String day = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
    if (certificate.getNotBefore().toInstant().isAfter(now)) {
      problems.add(
          new Fault(
              "CS-HEALTH-01",
              whose + " is not valid yet. Check this machine's clock.",
              List.of(identity.alias())));
    } else if (end.isBefore(now)) {
      problems.add(
          new Fault(
              "CS-HEALTH-02",
              whose + " ended on " + day + ". Have it renewed.",
              List.of(identity.alias(), day)));
    } else if (end.isBefore(now.plus(SOON))) {
      notes.add(
          new Fault(
              "CS-HEALTH-03",
              whose + " ends on " + day + ". Have it renewed soon.",
              List.of(identity.alias(), day)));
    }
  }
}
