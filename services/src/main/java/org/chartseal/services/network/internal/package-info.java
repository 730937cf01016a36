/**
 * The embedded node's process, its keeper, and the locks that several processes on one home share.
 */
@NullMarked
package org.chartseal.services.network.internal;

import org.jspecify.annotations.NullMarked;
