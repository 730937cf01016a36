/** Who acts: identities with their devices unlocked, patients with their cards. */
@NullMarked
package org.chartseal.app.session;

import org.jspecify.annotations.NullMarked;
