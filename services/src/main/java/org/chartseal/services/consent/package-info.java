/**
 * Asking for a record, granting it, opening it under a grant, and revoking (protocol §7, DESIGN
 * §3.6).
 */
@NullMarked
package org.chartseal.services.consent;

import org.jspecify.annotations.NullMarked;
