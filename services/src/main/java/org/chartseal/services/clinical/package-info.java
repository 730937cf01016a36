/** Clinical documents: parsing, extraction and rendering. */
@NullMarked
package org.chartseal.services.clinical;

import org.jspecify.annotations.NullMarked;
