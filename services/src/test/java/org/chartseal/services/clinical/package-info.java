@NullMarked
package org.chartseal.services.clinical;

import org.jspecify.annotations.NullMarked;
