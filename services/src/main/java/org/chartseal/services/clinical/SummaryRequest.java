package org.chartseal.services.clinical;

import java.time.Instant;
import java.util.List;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.OrganisationId;

/**
 * What a patient summary is made of.
 *
 * @param patient as the card shows them
 * @param made when
 * @param block against which the entries were proven
 * @param completeness whether everything that was granted was read
 * @param leftOut how many entries are not proven, and so not among these
 */
public record SummaryRequest(
    PatientDetails patient,
    Instant made,
    long block,
    Completeness completeness,
    int leftOut,
    List<Source> sources) {

  public SummaryRequest {
    sources = List.copyOf(sources);
  }

  /** Whether everything that was granted was read. */
  public enum Completeness {
    COMPLETE,
    PARTIAL
  }

  /**
   * A proven entry.
   *
   * @param name how people name it
   * @param cid of its manifest, as text
   * @param slot on the ledger, in hex
   * @param author name of who wrote it
   * @param writer the organisation
   * @param organisation its name
   */
  public record Source(
      String name,
      String cid,
      String slot,
      Instant anchored,
      String author,
      OrganisationId writer,
      String organisation,
      Content content) {}
}
