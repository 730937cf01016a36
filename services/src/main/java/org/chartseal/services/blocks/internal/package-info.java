/** How a folder of blocks is written so that it survives crashes. */
@NullMarked
package org.chartseal.services.blocks.internal;

import org.jspecify.annotations.NullMarked;
