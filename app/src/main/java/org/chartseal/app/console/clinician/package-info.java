/** What the clinician's screens ask for, done with the services. */
@NullMarked
package org.chartseal.app.console.clinician;

import org.jspecify.annotations.NullMarked;
