/**
 * The embedded network's sample people and their records: made step by step, and gone on with after
 * any interruption.
 */
@NullMarked
package org.chartseal.app.demo;

import org.jspecify.annotations.NullMarked;
