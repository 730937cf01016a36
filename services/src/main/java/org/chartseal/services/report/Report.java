package org.chartseal.services.report;

import java.util.List;
import java.util.Locale;

/**
 * A document for paper, in the words of one language. It is plain text from end to end: nothing in
 * it can act.
 *
 * @param title on the first page, and in the file's properties
 * @param subtitle under it
 * @param locale of its words; the paper is the one that is usual there
 * @param furniture what stands on every page
 * @param blocks from the top on
 */
public record Report(
    String title,
    String subtitle,
    Locale locale,
    Orientation orientation,
    Furniture furniture,
    List<ReportBlock> blocks) {

  public Report {
    blocks = List.copyOf(blocks);
  }

  /** How the paper lies. */
  public enum Orientation {
    PORTRAIT,
    LANDSCAPE
  }

  /**
   * What stands on every page.
   *
   * @param head at the top of the pages after the first
   * @param foot at the bottom, before the number of the page
   */
  public record Furniture(String head, String foot, PageLabel pages) {}

  /** Says which page it is of how many. */
  @FunctionalInterface
  public interface PageLabel {
    String of(int page, int pages);
  }
}
