/**
 * How the ledger is read and written: JSON-RPC, Merkle proofs, ABI, transactions. The only package
 * that imports web3j.
 */
@NullMarked
package org.chartseal.services.ledger.internal;

import org.jspecify.annotations.NullMarked;
