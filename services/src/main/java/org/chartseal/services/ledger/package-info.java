/**
 * The ledger: proven reads that trust no single node, and the relay that sends transactions.
 *
 * <p>What is read is proven against a block header on which a quorum of endpoints agrees
 * (EIP-1186). What is sent carries its own authority in P-256 or slot signatures; the account that
 * pays has none.
 */
@NullMarked
package org.chartseal.services.ledger;

import org.jspecify.annotations.NullMarked;
