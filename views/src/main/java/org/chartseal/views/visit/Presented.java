package org.chartseal.views.visit;

import org.chartseal.services.seal.PartyId;

/**
 * Who is in the chair, without a word of their record.
 *
 * @param source of the card: one on hand, or a file, which may hold another card by now
 * @param party whose card it was
 */
public record Presented(String source, PartyId party) {}
