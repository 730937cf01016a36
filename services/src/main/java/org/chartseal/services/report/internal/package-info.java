/** Reports set in pages; only this package knows the PDF library. */
@NullMarked
package org.chartseal.services.report.internal;

import org.jspecify.annotations.NullMarked;
