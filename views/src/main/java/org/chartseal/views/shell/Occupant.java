package org.chartseal.views.shell;

/**
 * Who sits here.
 *
 * @param name of the person or organisation
 * @param place where they work; empty for patients
 */
public record Occupant(String name, String place) {}
