/** The home folder: where an installation keeps its network, keys, cards and outbox. */
@NullMarked
package org.chartseal.app.home;

import org.jspecify.annotations.NullMarked;
