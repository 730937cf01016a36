/** Keys on a token of an HSM, through its PKCS#11 module (PKCS#11 v3.1) and the JDK's SunPKCS11. */
@NullMarked
package org.chartseal.signing.pkcs11;

import org.jspecify.annotations.NullMarked;
