/** Actors, patients and their cards. */
@NullMarked
package org.chartseal.services.identity;

import org.jspecify.annotations.NullMarked;
