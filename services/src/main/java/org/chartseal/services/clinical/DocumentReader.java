package org.chartseal.services.clinical;

import org.chartseal.services.seal.Progress;

/**
 * Turns a file into entries that can be sealed: a C-CDA document (R1.1, R2.1) into one, a FHIR R4
 * bundle or resource into one for each encounter and one for what belongs to none.
 *
 * <p>Nothing is guessed and nothing dropped in silence: what is not understood is refused with a
 * reason. Safe for use by several threads.
 */
public interface DocumentReader {

  /** The longest file that is read, in bytes. */
  long MAX_BYTES = 64L << 20;

  /**
   * Reads one document.
   *
   * @param progress asked between resources; when it returns false the document is rejected as
   *     stopped
   */
  ReadResult read(DocumentSource source, Progress progress);
}
