/** What tests of screens have in common. */
@NullMarked
package org.chartseal.views.testing;

import org.jspecify.annotations.NullMarked;
