/** The networks a console can join, and the embedded one. */
@NullMarked
package org.chartseal.services.network;

import org.jspecify.annotations.NullMarked;
