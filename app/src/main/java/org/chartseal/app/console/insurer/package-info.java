/** What the insurer's screens ask for, answered by the services. */
@NullMarked
package org.chartseal.app.console.insurer;

import org.jspecify.annotations.NullMarked;
