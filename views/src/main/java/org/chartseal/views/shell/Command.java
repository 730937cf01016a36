package org.chartseal.views.shell;

/**
 * Something that the command palette finds.
 *
 * @param title what is searched and shown
 * @param hint small beside it: what kind of thing it is, or its key
 * @param run does it
 */
public record Command(String title, String hint, Runnable run) {}
