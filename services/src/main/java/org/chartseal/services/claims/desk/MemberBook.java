package org.chartseal.services.claims.desk;

import java.util.Optional;

/** Whom an insurer insures. */
@FunctionalInterface
public interface MemberBook {

  /**
   * The member of this id.
   *
   * @param member as the hospital wrote it: anything at all
   */
  Optional<Member> find(String member);
}
