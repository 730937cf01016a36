/**
 * The way of a claim: a hospital bills services of a signed entry, the insurer decides on proven
 * evidence, pays once, and the patient is told (DESIGN §3.7).
 */
@NullMarked
package org.chartseal.services.claims.desk;

import org.jspecify.annotations.NullMarked;
