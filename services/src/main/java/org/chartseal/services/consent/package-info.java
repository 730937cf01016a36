/** Requests, grants, revocations and access receipts. */
@NullMarked
package org.chartseal.services.consent;

import org.jspecify.annotations.NullMarked;
