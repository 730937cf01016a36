/**
 * Which ledger an installation uses: the network file, the files beside it, and the embedded node.
 */
@NullMarked
package org.chartseal.services.network;

import org.jspecify.annotations.NullMarked;
