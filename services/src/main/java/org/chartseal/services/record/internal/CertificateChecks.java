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
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.Hash32;
import org.chartseal.signing.P256PublicKey;

/**
 * The check of authors' certificates. A path is validated once for each author and chain while it
 * is valid: an opening of thousands of entries costs a few validations.
 */
final class CertificateChecks {

  private final BlockStore blocks;
  private final CertificateChains chains;
  private final Map<Hash32, Optional<byte[]>> fetched = new ConcurrentHashMap<>();
  private final Map<Holder, CertificateChains.Outcome.Valid> valid = new ConcurrentHashMap<>();
  private final Map<Validity, CertificateChains.Outcome> validated = new ConcurrentHashMap<>();

  CertificateChecks(BlockStore blocks, CertificateChains chains) {
    this.blocks = blocks;
    this.chains = chains;
  }

  private record Holder(Hash32 chain, P256PublicKey key) {}

  private record Validity(Holder holder, Instant at) {}

  /** The check, with the name on the certificate if it is trusted. */
  Author check(EntryDescription entry, Instant anchoredAt) {
    String said = entry.authorName();
    Optional<Hash32> chain = entry.certificates();
    if (chain.isEmpty()) {
      return new Author(
          said,
          CheckResult.unknown(Check.CERTIFICATE, "The entry names no certificate of its author."));
    }
    Optional<byte[]> block = fetched.computeIfAbsent(chain.get(), this::fetch);
    if (block.isEmpty()) {
      return new Author(
          said,
          CheckResult.unknown(Check.CERTIFICATE, "The author's certificate could not be fetched."));
    }
    return switch (validate(block.get(), new Holder(chain.get(), entry.author()), anchoredAt)) {
      case CertificateChains.Outcome.Valid(var name, var from, var until) ->
          Author.of(name, said, "The certificate of " + name + " was valid and is trusted.");
      case CertificateChains.Outcome.Invalid(var reason) ->
          new Author(said, CheckResult.failed(Check.CERTIFICATE, "Not trusted: " + reason + "."));
    };
  }

  private CertificateChains.Outcome validate(byte[] block, Holder holder, Instant at) {
    CertificateChains.Outcome.Valid known = valid.get(holder);
    if (known != null && !at.isBefore(known.from()) && !at.isAfter(known.until())) {
      return known;
    }
    CertificateChains.Outcome outcome =
        validated.computeIfAbsent(
            new Validity(holder, at), v -> chains.validate(block, holder.key(), at));
    if (outcome instanceof CertificateChains.Outcome.Valid found) {
      valid.put(holder, found);
    }
    return outcome;
  }

  private Optional<byte[]> fetch(Hash32 digest) {
    return blocks.get(new Cid(digest)) instanceof BlockStore.GetOutcome.Found(byte[] block)
        ? Optional.of(block)
        : Optional.empty();
  }
}
