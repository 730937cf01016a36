/** Choosing files, by dialog and by drag and drop. Nothing is opened here. */
@NullMarked
package org.chartseal.views.kit.files;

import org.jspecify.annotations.NullMarked;
