package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementOutcome.LinePayment;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** The settlement and its token read over JSON-RPC from several endpoints. */
public final class RpcProvenSettlement implements ProvenSettlement {

  private final LedgerNetwork network;
  private final ContractReader contracts;
  private final PaymentReceipts receipts;

  public RpcProvenSettlement(LedgerNetwork network, Endpoints endpoints) {
    this.network = network;
    this.contracts = new ContractReader(endpoints);
    this.receipts = new PaymentReceipts(endpoints, network);
  }

  @Override
  public SettlementOutcome read(BlockRef at, SettlementQuery query) {
    return switch (contracts.read(at, network.settlement(), settlementKeys(query))) {
      case ContractReader.Outcome.Proven settlement ->
          switch (contracts.read(at, network.token(), tokenKeys(query))) {
            case ContractReader.Outcome.Proven token -> proven(at, query, settlement, token);
            case ContractReader.Outcome.Refused refused -> refused(refused);
            case ContractReader.Outcome.Unavailable unavailable -> unavailable(unavailable);
          };
      case ContractReader.Outcome.Refused refused -> refused(refused);
      case ContractReader.Outcome.Unavailable unavailable -> unavailable(unavailable);
    };
  }

  @Override
  public Map<SettlementQuery.ClaimLine, Hash32> transactions(
      Map<SettlementQuery.ClaimLine, LinePayment> payments) {
    return receipts.find(payments);
  }

  private static SettlementOutcome refused(ContractReader.Outcome.Refused refused) {
    return new SettlementOutcome.Refused(refused.fault(), refused.faults());
  }

  private static SettlementOutcome unavailable(ContractReader.Outcome.Unavailable unavailable) {
    return new SettlementOutcome.Unavailable(unavailable.fault(), unavailable.faults());
  }

  private static Set<Hash32> settlementKeys(SettlementQuery query) {
    Set<Hash32> keys = new HashSet<>();
    for (OrganisationId organisation : query.organisations()) {
      keys.add(pool(organisation));
      keys.add(payoutAccount(organisation));
    }
    query.services().forEach(service -> keys.add(spentBy(service)));
    query.lines().forEach(line -> keys.add(receipt(line)));
    return keys;
  }

  private static Set<Hash32> tokenKeys(SettlementQuery query) {
    Set<Hash32> keys = new HashSet<>();
    query.accounts().forEach(account -> keys.add(balance(account)));
    return keys;
  }

  private static SettlementOutcome proven(
      BlockRef at,
      SettlementQuery query,
      ContractReader.Outcome.Proven settlement,
      ContractReader.Outcome.Proven token) {
    Map<OrganisationId, BigInteger> pools = new HashMap<>();
    Map<OrganisationId, Address> payoutAccounts = new HashMap<>();
    for (OrganisationId organisation : query.organisations()) {
      pools.put(organisation, LedgerWords.number(settlement.word(pool(organisation))));
      Hash32 account = settlement.word(payoutAccount(organisation));
      if (!account.equals(Hash32.ZERO)) {
        payoutAccounts.put(organisation, Address.of(Arrays.copyOfRange(account.bytes(), 12, 32)));
      }
    }
    Map<SettlementQuery.Service, Hash32> spentBy = new HashMap<>();
    for (SettlementQuery.Service service : query.services()) {
      Hash32 claim = settlement.word(spentBy(service));
      if (!claim.equals(Hash32.ZERO)) {
        spentBy.put(service, claim);
      }
    }
    Map<SettlementQuery.ClaimLine, LinePayment> payments = new HashMap<>();
    for (SettlementQuery.ClaimLine line : query.lines()) {
      Hash32 receipt = settlement.word(receipt(line));
      if (!receipt.equals(Hash32.ZERO)) {
        payments.put(line, payment(receipt));
      }
    }
    Map<Address, BigInteger> balances = new HashMap<>();
    for (Address account : query.accounts()) {
      balances.put(account, LedgerWords.number(token.word(balance(account))));
    }
    List<EndpointFault> faults = new ArrayList<>(settlement.faults());
    faults.addAll(token.faults());
    return new SettlementOutcome.Proven(
        at, pools, payoutAccounts, spentBy, payments, balances, List.copyOf(faults));
  }

  /**
   * The contract's {@code Receipt}: payer u64, amount u128 and reversed, packed from the least
   * significant bit.
   */
  private static LinePayment payment(Hash32 word) {
    return new LinePayment(
        new OrganisationId(LedgerWords.field(word, 0, 64).longValueExact()),
        LedgerWords.field(word, 64, 128),
        LedgerWords.field(word, 192, 8).signum() != 0);
  }

  private static Hash32 pool(OrganisationId insurer) {
    return LedgerWords.entry(LedgerWords.of(insurer), StorageLayout.SETTLEMENT_POOLS);
  }

  private static Hash32 payoutAccount(OrganisationId organisation) {
    return LedgerWords.entry(
        LedgerWords.of(organisation), StorageLayout.SETTLEMENT_PAYOUT_ACCOUNTS);
  }

  private static Hash32 spentBy(SettlementQuery.Service service) {
    Hash32 key =
        Digests.keccak256(LedgerWords.of(service.hospital()).bytes(), service.nullifier().bytes());
    return LedgerWords.entry(key, StorageLayout.SETTLEMENT_SPENT_BY);
  }

  private static Hash32 receipt(SettlementQuery.ClaimLine line) {
    Hash32 key =
        Digests.keccak256(
            LedgerWords.of(line.hospital()).bytes(),
            line.claim().bytes(),
            line.nullifier().bytes());
    return LedgerWords.entry(key, StorageLayout.SETTLEMENT_RECEIPTS);
  }

  private static Hash32 balance(Address account) {
    return LedgerWords.entry(LedgerWords.of(account), StorageLayout.TOKEN_BALANCES);
  }
}
