/** Locks among processes and the threads of one. */
@NullMarked
package org.chartseal.services.locks;

import org.jspecify.annotations.NullMarked;
