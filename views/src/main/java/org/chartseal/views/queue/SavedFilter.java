package org.chartseal.views.queue;

/** A filter that was kept under a name. */
public record SavedFilter(String name, QueueFilter filter) {}
