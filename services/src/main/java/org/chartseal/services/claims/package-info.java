/** Claims, rule packs, decisions and their replay. */
@NullMarked
package org.chartseal.services.claims;

import org.jspecify.annotations.NullMarked;
