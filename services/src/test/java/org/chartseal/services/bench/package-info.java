/** Measures what the product promises about speed (profile {@code bench}); asserts nothing. */
@NullMarked
package org.chartseal.services.bench;

import org.jspecify.annotations.NullMarked;
