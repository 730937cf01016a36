/** Controls of forms. */
@NullMarked
package org.chartseal.views.kit.form;

import org.jspecify.annotations.NullMarked;
