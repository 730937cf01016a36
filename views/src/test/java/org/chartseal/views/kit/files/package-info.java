/** Tests of dialogs for files. */
@NullMarked
package org.chartseal.views.kit.files;

import org.jspecify.annotations.NullMarked;
