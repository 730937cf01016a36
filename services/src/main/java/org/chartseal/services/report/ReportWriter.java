package org.chartseal.services.report;

import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Sets reports in pages. Nothing of them touches the disk. */
public interface ReportWriter {

  /**
   * A report as PDF, its fonts in it.
   *
   * @param progress told of every row; asked whether to go on
   * @throws RefusedException if it was stopped
   */
  byte[] pdf(Report report, Progress progress) throws RefusedException;
}
