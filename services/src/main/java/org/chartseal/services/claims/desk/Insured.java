package org.chartseal.services.claims.desk;

import java.util.Optional;
import org.chartseal.services.claims.ClaimFile;

/**
 * Who a claim is about, as far as the insurer knows.
 *
 * @param member of the id that the claim names
 * @param told the member, when the claim is about them: they get the explanation
 */
record Insured(Optional<Member> member, Optional<Member> told) {

  /** A claim under somebody else's member id must tell that somebody nothing. */
  static Insured of(ClaimFile file, MemberBook members) {
    Optional<Member> member = members.find(file.member());
    return new Insured(member, member.filter(found -> found.card().party().equals(file.patient())));
  }
}
