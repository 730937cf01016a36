/** What an entry says, as nodes: values, and the original document. Nothing in it can act. */
@NullMarked
package org.chartseal.views.kit.entry;

import org.jspecify.annotations.NullMarked;
