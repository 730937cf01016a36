/** What the screens share: texts, tasks, dialogs, states, verdicts, the look. */
@NullMarked
package org.chartseal.views.kit;

import org.jspecify.annotations.NullMarked;
