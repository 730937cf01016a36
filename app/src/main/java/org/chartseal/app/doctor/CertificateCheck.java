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
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int keys = 0;
    try {
      for (Identity identity : identities.all()) {
        try (KeyDevice device = identities.device(identity)) {
          switch (device.keys()) {
            case KeyListOutcome.Unavailable(var fault) ->
                problems.add(identity.alias() + ": " + fault.sentence());
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
      return Finding.problem(CHECK, e.fault().sentence() + " (" + e.fault().code() + ")");
    }
    if (!problems.isEmpty()) {
      return Finding.problem(CHECK, String.join(" ", problems));
    }
    return notes.isEmpty()
        ? Finding.well(CHECK, keys + " keys, all certificates valid.")
        : Finding.note(CHECK, String.join(" ", notes));
  }

  private void judge(
      Identity identity, X509Certificate certificate, List<String> problems, List<String> notes) {
    Instant now = clock.instant();
    Instant end = certificate.getNotAfter().toInstant();
    if (certificate.getNotBefore().toInstant().isAfter(now)) {
      problems.add(
          "The certificate of "
              + identity.alias()
              + " is not valid yet. Check this machine's clock.");
    } else if (end.isBefore(now)) {
      problems.add(
          "The certificate of "
              + identity.alias()
              + " ended on "
              + end.atZone(ZoneOffset.UTC).toLocalDate()
              + ". Have it renewed.");
    } else if (end.isBefore(now.plus(SOON))) {
      notes.add(
          "The certificate of "
              + identity.alias()
              + " ends on "
              + end.atZone(ZoneOffset.UTC).toLocalDate()
              + ". Have it renewed soon.");
    }
  }
}
