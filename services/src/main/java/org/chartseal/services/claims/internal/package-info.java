/** How claims are read, tables evaluated and decisions written. */
@NullMarked
package org.chartseal.services.claims.internal;

import org.jspecify.annotations.NullMarked;
