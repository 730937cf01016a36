package org.chartseal.app.wiring;

import java.time.InstantSource;
import org.chartseal.services.claims.ChargeList;
import org.chartseal.services.claims.ClaimMaker;
import org.chartseal.services.claims.PackLibrary;
import org.chartseal.services.claims.Replay;
import org.chartseal.services.claims.ReplayedLedger;
import org.chartseal.services.claims.desk.ClaimDesk;
import org.chartseal.services.claims.desk.ClaimNetwork;
import org.chartseal.services.claims.desk.ClaimNews;
import org.chartseal.services.claims.desk.ClaimQueue;
import org.chartseal.services.claims.desk.ClaimSources;
import org.chartseal.services.claims.desk.ClaimsView;
import org.chartseal.services.claims.desk.DecisionShelf;
import org.chartseal.services.claims.desk.PayerDesk;
import org.chartseal.services.claims.desk.RulingDesk;
import org.chartseal.services.claims.desk.SettleDesk;
import org.chartseal.services.record.EntryEvidenceReader;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.seal.Deployment;

/** Billing, deciding, paying, and explaining. */
public record ClaimsWiring(
    ClaimDesk hospital,
    PayerDesk payer,
    ClaimNews news,
    DecisionShelf decisions,
    RulingDesk rulings,
    SettleDesk settle,
    ClaimsView patients,
    Replay replay,
    ReplayedLedger replayed,
    SampleRules rules) {

  static ClaimsWiring make(
      NetworkWiring network,
      StoreWiring stores,
      CryptoWiring crypto,
      ClinicalWiring clinical,
      IdentityWiring identity,
      RecordWiring records,
      ConsentWiring consents,
      InstantSource clock) {
    Deployment deployment = network.file().ledger().deployment();
    ClaimNetwork claims =
        new ClaimNetwork(
            network.ledger(),
            network.settlement(),
            network.witness(),
            deployment,
            network.file().ledger().settlementDeployment(),
            crypto.verifier());
    ClaimSources sources =
        new ClaimSources(
            records.reader(),
            new QueuedContents(stores.outbox(), stores.blocks(), crypto.opener()),
            identity.directory(),
            clock);
    ClaimQueue queue =
        new ClaimQueue(records.writer(), records.signing(), records.displaced(), stores.outbox());
    EntryEvidenceReader evidence =
        new EntryEvidenceReader(
            deployment,
            network.ledger(),
            stores.blocks(),
            crypto.opener(),
            clinical.extractor(),
            crypto.verifier());
    SampleRules rules = new SampleRules();
    return new ClaimsWiring(
        new ClaimDesk(
            sources, queue, claims, evidence, new ClaimMaker(ChargeList.sample(), crypto.random())),
        new PayerDesk(sources, queue, claims),
        new ClaimNews(sources, queue, claims),
        new DecisionShelf(sources, claims),
        new RulingDesk(sources, queue, claims),
        new SettleDesk(sources, queue, claims, rules.pack().currency()),
        new ClaimsView(records.reader(), consents.relations(), identity.directory(), clock, claims),
        new Replay(crypto.verifier(), PackLibrary.NONE),
        new ReplayedLedger(network.file().ledger(), network.witness()),
        rules);
  }
}
