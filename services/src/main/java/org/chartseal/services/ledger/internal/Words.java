package org.chartseal.services.ledger.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.ledger.SealHead;
import org.chartseal.services.seal.Hash32;

/**
 * Storage words taken apart (protocol §6.1). All fields are right-aligned, the first named the most
 * significant.
 */
final class Words {

  private Words() {}

  /** {@code status u8 ‖ role u8 ‖ notBefore u40 ‖ notAfter u40 ‖ compromisedSince u40}. */
  static Licence licence(Hash32 word) {
    long compromised = field(word, 0, 40);
    return new Licence(
        coded(LicenceStatus.values(), LicenceStatus::code, field(word, 128, 8)),
        coded(LicenceRole.values(), LicenceRole::code, field(word, 120, 8)),
        Instant.ofEpochSecond(field(word, 80, 40)),
        Instant.ofEpochSecond(field(word, 40, 40)),
        compromised == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(compromised)));
  }

  /**
   * {@code status u8 ‖ roles u8 ‖ lanes u16}, and the head's words: digest, then {@code height u32
   * ‖ recordedAt u40}.
   */
  static RegisteredOrganisation organisation(Hash32 word, Hash32 headDigest, Hash32 headPlace) {
    Set<OrganisationRole> roles = EnumSet.noneOf(OrganisationRole.class);
    for (OrganisationRole role : OrganisationRole.values()) {
      if ((field(word, 16, 8) & role.bit()) != 0) {
        roles.add(role);
      }
    }
    return new RegisteredOrganisation(
        coded(OrganisationStatus.values(), OrganisationStatus::code, field(word, 24, 8)),
        roles,
        (int) field(word, 0, 16),
        new SealHead(
            headDigest, field(headPlace, 40, 32), Instant.ofEpochSecond(field(headPlace, 0, 40))));
  }

  private static <E> E coded(E[] values, ToIntFunction<E> code, long wanted) {
    return Arrays.stream(values)
        .filter(value -> code.applyAsInt(value) == wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the pinned contract knows no such code"));
  }

  private static long field(Hash32 word, int shift, int bits) {
    return LedgerWords.field(word, shift, bits).longValue();
  }
}
