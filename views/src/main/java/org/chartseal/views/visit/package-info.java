/** The visit: an empty chair, then who sits in it, then their record. */
@NullMarked
package org.chartseal.views.visit;

import org.jspecify.annotations.NullMarked;
