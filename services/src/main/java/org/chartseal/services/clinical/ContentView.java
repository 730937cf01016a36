package org.chartseal.services.clinical;

/**
 * An entry's content for a person to read.
 *
 * @param values its resources
 * @param original the document from which it was made
 */
public record ContentView(
    ContentViewer.EntryOutcome values, ContentViewer.DocumentOutcome original) {}
