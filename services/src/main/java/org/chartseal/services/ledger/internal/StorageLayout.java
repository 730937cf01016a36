package org.chartseal.services.ledger.internal;

/**
 * Storage indices of version 1 of the contracts (protocol §6.1). The pinned code hashes pin them.
 */
final class StorageLayout {

  static final int WORDS = 0;
  static final int LICENCES = 1;
  static final int ORGANISATIONS = 2;
  static final int HEADS = 3;

  static final int SETTLEMENT_POOLS = 1;
  static final int SETTLEMENT_PAYOUT_ACCOUNTS = 2;
  static final int SETTLEMENT_SPENT_BY = 3;
  static final int SETTLEMENT_RECEIPTS = 4;

  static final int TOKEN_BALANCES = 0;

  private StorageLayout() {}
}
