package org.chartseal.services.record.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.seal.Hash32;
import org.chartseal.signing.P256PublicKey;

/**
 * The check of authors' certificates. A path is validated once for each author, chain and second of
 * anchoring: a run of a thousand entries costs one validation.
 */
final class CertificateChecks {

  private final BlockStore blocks;
  private final CertificateChains chains;
  private final Map<Hash32, Optional<byte[]>> fetched = new ConcurrentHashMap<>();
  private final Map<Validity, CertificateChains.Outcome> validated = new ConcurrentHashMap<>();

  CertificateChecks(BlockStore blocks, CertificateChains chains) {
    this.blocks = blocks;
    this.chains = chains;
  }

  private record Validity(Hash32 chain, P256PublicKey key, Instant at) {}

  CheckResult check(Optional<Hash32> chain, P256PublicKey key, Instant anchoredAt) {
    if (chain.isEmpty()) {
      return CheckResult.unknown(
          Check.CERTIFICATE, "The entry names no certificate of its author.");
    }
    Optional<byte[]> block = fetched.computeIfAbsent(chain.get(), this::fetch);
    if (block.isEmpty()) {
      return CheckResult.unknown(
          Check.CERTIFICATE, "The author's certificate could not be fetched.");
    }
    Validity validity = new Validity(chain.get(), key, anchoredAt);
    return switch (validated.computeIfAbsent(
        validity, v -> chains.validate(block.get(), key, anchoredAt))) {
      case CertificateChains.Outcome.Valid(var subject) ->
          CheckResult.passed(
              Check.CERTIFICATE, "The certificate of " + subject + " was valid and is trusted.");
      case CertificateChains.Outcome.Invalid(var reason) ->
          CheckResult.failed(Check.CERTIFICATE, "Not trusted: " + reason + ".");
    };
  }

  private Optional<byte[]> fetch(Hash32 digest) {
    return blocks.get(new Cid(digest)) instanceof BlockStore.GetOutcome.Found(byte[] block)
        ? Optional.of(block)
        : Optional.empty();
  }
}
