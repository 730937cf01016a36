/** Keys in a PKCS#12 file (RFC 7292), for demonstration and development. */
@NullMarked
package org.chartseal.signing.pkcs12;

import org.jspecify.annotations.NullMarked;
