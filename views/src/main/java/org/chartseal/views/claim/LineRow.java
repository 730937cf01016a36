package org.chartseal.views.claim;

import java.util.Optional;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.ServiceLine;

/**
 * A line of a claim with what is known of it.
 *
 * @param decision what was decided, if it was
 * @param evidence what was found about its evidence, once that was looked at
 */
record LineRow(
    ServiceLine line, Optional<LineDecision> decision, Optional<LineEvidence> evidence) {}
