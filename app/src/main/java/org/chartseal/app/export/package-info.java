/** What people take out of a home: files for them alone, and summaries for other programs. */
@NullMarked
package org.chartseal.app.export;

import org.jspecify.annotations.NullMarked;
