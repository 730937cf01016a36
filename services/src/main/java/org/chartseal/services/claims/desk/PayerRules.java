package org.chartseal.services.claims.desk;

import java.util.Optional;
import org.chartseal.services.claims.RulePack;

/**
 * By what an insurer decides.
 *
 * @param attached the pack's archive, when it is to lie in every decision's file; readers without
 *     it need the pack from elsewhere, by its digest
 */
public record PayerRules(MemberBook members, RulePack pack, Optional<byte[]> attached) {}
