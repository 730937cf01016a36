@NullMarked
package org.chartseal.services.clinical.internal;

import org.jspecify.annotations.NullMarked;
