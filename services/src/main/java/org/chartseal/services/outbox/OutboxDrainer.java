package org.chartseal.services.outbox;

import org.chartseal.services.seal.Progress;

/**
 * Carries jobs towards finality. Run it again and again, from as many processes as there are: one
 * works at a time.
 */
public interface OutboxDrainer {

  /**
   * Makes one pass: takes each job as far as it can go now. It may be stopped or killed anywhere;
   * the next pass goes on.
   *
   * @param progress asked between steps whether to go on
   */
  DrainReport drain(Progress progress);
}
