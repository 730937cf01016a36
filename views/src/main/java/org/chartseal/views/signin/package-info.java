/** Who sits at the console, with a PIN; also what locks it. */
@NullMarked
package org.chartseal.views.signin;

import org.jspecify.annotations.NullMarked;
