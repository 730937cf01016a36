/** Content-addressed storage of sealed blocks. */
@NullMarked
package org.chartseal.services.blocks;

import org.jspecify.annotations.NullMarked;
