/** What the devices behind JCA providers share. Not for use outside this module. */
@NullMarked
package org.chartseal.signing.internal;

import org.jspecify.annotations.NullMarked;
