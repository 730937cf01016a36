package org.chartseal.views.shell;

/**
 * Something that the command palette finds.
 *
 * @param title what it is called
 * @param hint small beside it, and searched, too: what kind of thing it is, in which menu it
 *     stands, or its key
 * @param run does it
 */
public record Command(String title, String hint, Runnable run) {}
