/** X.509 certificates that bind a name to a device's key (RFC 5280). */
@NullMarked
package org.chartseal.signing.certificate;

import org.jspecify.annotations.NullMarked;
