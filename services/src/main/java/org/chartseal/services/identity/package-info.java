/**
 * Who takes part: patients' cards, organisations, the proof that a card's holder is there (protocol
 * §1).
 */
@NullMarked
package org.chartseal.services.identity;

import org.jspecify.annotations.NullMarked;
