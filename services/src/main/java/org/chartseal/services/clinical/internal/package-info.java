/** How clinical documents are read: the only package that knows HAPI. */
@NullMarked
package org.chartseal.services.clinical.internal;

import org.jspecify.annotations.NullMarked;
