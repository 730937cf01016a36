package org.chartseal.views.decided;

import java.util.Optional;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.claims.ReplayedLedger.Standing;

/**
 * A decision that was made again from its file.
 *
 * @param block what the network says of the block on which it rests, when it came to the same
 */
public record Replayed(ReplayOutcome outcome, Optional<Standing> block) {}
