/** The command line: one small class a command, over the same services as the console. */
@NullMarked
package org.chartseal.app.cli;

import org.jspecify.annotations.NullMarked;
