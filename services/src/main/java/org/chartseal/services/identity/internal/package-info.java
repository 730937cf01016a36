/** Byte layouts of cards and visits. */
@NullMarked
package org.chartseal.services.identity.internal;

import org.jspecify.annotations.NullMarked;
