/** The screens of the console, one package each. */
@NullMarked
package org.chartseal.views;

import org.jspecify.annotations.NullMarked;
