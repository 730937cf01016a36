package org.chartseal.services.clinical;

import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Fault;

/**
 * Makes an entry's content readable. It trusts nothing in it: what is shown is plain text from an
 * allow-list.
 */
public interface ContentViewer {

  /** The FHIR resources as sections of plain values. */
  EntryOutcome entry(Content content);

  /** The original as header and narrative. */
  DocumentOutcome document(Content content);

  /** Both. */
  default ContentView view(Content content) {
    return new ContentView(entry(content), document(content));
  }

  /** What became of resources that were to be shown. */
  sealed interface EntryOutcome {
    /** They can be read. */
    record Shown(EntryView view) implements EntryOutcome {}

    /** They cannot, and this is why. */
    record NotShown(Fault fault) implements EntryOutcome {}
  }

  /** What became of an original that was to be shown. */
  sealed interface DocumentOutcome {
    /** It can be read. */
    record Shown(DocumentView view) implements DocumentOutcome {}

    /** The entry has no original, or one that is no C-CDA document. */
    record Nothing() implements DocumentOutcome {}

    /** It cannot be shown, and this is why. */
    record NotShown(Fault fault) implements DocumentOutcome {}
  }
}
