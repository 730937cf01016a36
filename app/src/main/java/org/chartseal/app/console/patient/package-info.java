/** What patients do at the window, over the services. */
@NullMarked
package org.chartseal.app.console.patient;

import org.jspecify.annotations.NullMarked;
