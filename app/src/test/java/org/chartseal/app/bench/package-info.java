/** Measures the product as it is installed: how long it starts. */
@NullMarked
package org.chartseal.app.bench;

import org.jspecify.annotations.NullMarked;
