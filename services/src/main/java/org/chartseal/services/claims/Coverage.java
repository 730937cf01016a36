package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.Optional;
import org.chartseal.services.seal.PartyId;

/**
 * Under which plan somebody is insured, from when to when.
 *
 * @param plan id of the plan in the rule pack
 * @param member the member id under which the hospital bills
 * @param from first day of coverage
 * @param until last day of coverage, where there is one
 * @param secondary whether another payer takes what the plan's coinsurance leaves
 */
public record Coverage(
    String plan,
    String member,
    PartyId patient,
    LocalDate from,
    Optional<LocalDate> until,
    boolean secondary) {}
