package org.chartseal.services.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.HandMade;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;
import org.chartseal.signing.P256PublicKey;

/**
 * One hospital's entries about one patient, all anchored, each wrong in a way of its own; a stream
 * (named by its year) for each.
 */
final class FaultyRecord implements AutoCloseable {

  static final int GOOD = 2001;
  static final int EXPIRED_CERTIFICATE = 2002;
  static final int UNKNOWN_AUTHORITY = 2003;
  static final int ANOTHERS_CERTIFICATE = 2004;
  static final int NO_CERTIFICATE = 2005;
  static final int GAP = 2006;
  static final int BACKWARDS = 2007;
  static final int RETRACTED_BY_AUTHOR = 2008;
  static final int RETRACTED_BY_ORGANISATION = 2009;
  static final int RETRACTED_BY_THIEF = 2010;
  static final int BEFORE_THE_THEFT = 2011;
  static final int AFTER_THE_THEFT = 2012;
  static final int OTHER_SUBJECT = 2013;
  static final int OTHER_CONTENT = 2014;
  static final int OTHER_SIGNER = 2015;
  static final int ATTESTED = 2016;
  static final int OTHER_YEAR = 2017;
  static final int NEW_YEARS_EVE = 2018;
  static final int REPLAYED = 2019;
  static final int CHANGED_BYTES = 2020;
  static final int MISSING_BLOCK = 2021;
  static final int MISSING_CHUNK = 2022;
  static final int CHANGED_CHUNK = 2023;
  static final int OTHER_WRITER = 2024;

  static final SensitivityClass ENDED = SensitivityClass.parse("SEX");
  static final SensitivityClass HIDDEN_END = SensitivityClass.parse("SUD");
  static final SensitivityClass END_TAKEN_BACK = SensitivityClass.parse("HIV");

  private static final List<SensitivityClass> CLOSED = List.of(ENDED, HIDDEN_END, END_TAKEN_BACK);

  final TestNetwork network;
  final Care care;
  final People people;
  final OrganisationParty hospital;
  final UnlockedIdentity kim;
  final UnlockedIdentity eve;
  final SignedCard card;
  final PairStreams pair;
  final Map<Integer, SealedEntry> sealed = new java.util.HashMap<>();
  final Map<SensitivityClass, SealedEntry> ends = new java.util.HashMap<>();
  private final HandMade hand;
  private final UnlockedIdentity old;
  private final UnlockedIdentity stolen;

  FaultyRecord(TestNetwork network) {
    this.network = network;
    people = new People(network);
    care = new Care(network, people);
    hand = new HandMade(network, care);
    hospital = network.organisation(1, "hana", OrganisationRole.PROVIDER);
    people.know(hospital);
    kim = network.practitioner(hospital, "kim");
    eve = network.practitioner(hospital, network.identities().selfSigned("eve"));
    old = network.practitioner(hospital, network.identities().expired("old"));
    stolen = network.practitioner(hospital, "stolen");
    card =
        people.card(
            hospital, new PatientDetails("Ada Doe", "1970-01-02", "female", List.of()), "patient");
    pair = people.pair(hospital, card.card());
    anchorFirst();
    Instant theft = anchoredAt(BEFORE_THE_THEFT).plusSeconds(1);
    network.awaitNextSecond();
    closeAndRetract();
    network.awaitNextSecond();
    anchorLater();
    network.act(
        hospital.keys(),
        hospital.id(),
        RegistryCalls.revoke(
            hospital.id(), KeyId.of(stolen.signing().publicKey()), Optional.of(theft)));
  }

  private void anchorFirst() {
    List<EntryReference> kims = new ArrayList<>();
    for (int year :
        List.of(
            GOOD,
            GAP,
            BACKWARDS,
            RETRACTED_BY_AUTHOR,
            RETRACTED_BY_ORGANISATION,
            CHANGED_BYTES,
            MISSING_BLOCK)) {
      kims.add(seal(year, 0, said(kim, year)));
    }
    kims.add(seal(GAP, 2, said(kim, GAP)));
    kims.add(seal(BACKWARDS, 2, said(kim, BACKWARDS)));
    kims.add(seal(ANOTHERS_CERTIFICATE, 0, said(kim, certificates(eve), me(), "2004-05-06")));
    kims.add(seal(NO_CERTIFICATE, 0, said(kim, Optional.empty(), me(), "2005-05-06")));
    kims.add(seal(OTHER_SUBJECT, 0, said(kim, certificates(kim), somebody(), "2013-05-06")));
    kims.add(seal(OTHER_YEAR, 0, said(kim, certificates(kim), me(), "2017-12-31T23:30:00-05:00")));
    kims.add(
        seal(NEW_YEARS_EVE, 0, said(kim, certificates(kim), me(), "2017-12-31T23:30:00-05:00")));
    kims.add(
        hand.seal(
                stream(OTHER_CONTENT),
                0,
                said(kim, OTHER_CONTENT),
                small(),
                HandMade.content("other"))
            .reference());
    kims.add(large(MISSING_CHUNK));
    kims.add(large(CHANGED_CHUNK));
    SealedEntry good = sealed.get(GOOD);
    kims.add(
        new EntryReference(
            stream(REPLAYED).slot(new Place(0, 0)).slot(),
            good.manifestDigest(),
            good.contentRoot()));
    for (SensitivityClass sensitivity : CLOSED) {
      kims.add(hand.seal(stream(sensitivity, GOOD), 0, said(kim, GOOD), small()).reference());
    }
    network.submit(
        hand.anchoring(kim, hospital.id(), kims),
        hand.anchoring(
            eve,
            hospital.id(),
            List.of(
                seal(UNKNOWN_AUTHORITY, 0, said(eve, UNKNOWN_AUTHORITY)),
                seal(OTHER_SIGNER, 0, said(kim, OTHER_SIGNER)),
                seal(OTHER_WRITER, 0, ofAnotherHospital()))),
        hand.anchoring(
            old,
            hospital.id(),
            List.of(seal(EXPIRED_CERTIFICATE, 0, said(old, EXPIRED_CERTIFICATE)))),
        hand.anchoring(
            stolen,
            hospital.id(),
            List.of(
                seal(BEFORE_THE_THEFT, 0, said(stolen, BEFORE_THE_THEFT)),
                seal(RETRACTED_BY_THIEF, 0, said(stolen, RETRACTED_BY_THIEF)))));
  }

  private void closeAndRetract() {
    List<EntryReference> byHospital = new ArrayList<>();
    byHospital.add(seal(ATTESTED, 0, said(kim, ATTESTED)));
    for (SensitivityClass sensitivity : CLOSED) {
      ends.put(sensitivity, end(sensitivity));
      byHospital.add(ends.get(sensitivity).reference());
    }
    network.submit(
        hand.anchoring(hospital.keys(), hospital.id(), byHospital),
        hand.retracting(kim, hospital.id(), List.of(leaf(RETRACTED_BY_AUTHOR, kim))));
  }

  /** In later blocks, so that time stamps differ. */
  private void anchorLater() {
    List<EntryReference> kims = new ArrayList<>();
    kims.add(seal(BACKWARDS, 1, said(kim, BACKWARDS)));
    for (SensitivityClass sensitivity : CLOSED) {
      kims.add(hand.seal(stream(sensitivity, GOOD), 1, said(kim, GOOD), small()).reference());
    }
    SealedEntry end = ends.get(END_TAKEN_BACK);
    network.submit(
        hand.anchoring(kim, hospital.id(), kims),
        hand.anchoring(
            stolen,
            hospital.id(),
            List.of(seal(AFTER_THE_THEFT, 0, said(stolen, AFTER_THE_THEFT)))),
        hand.retracting(stolen, hospital.id(), List.of(leaf(RETRACTED_BY_THIEF, stolen))),
        hand.retracting(
            hospital.keys(),
            hospital.id(),
            List.of(
                leaf(RETRACTED_BY_ORGANISATION, kim),
                new RetractLeaf(end.slot(), end.recordDigest(), keyId(hospital.keys())))));
  }

  private SealedEntry end(SensitivityClass sensitivity) {
    String now = Instant.now().toString().substring(0, 19) + "Z";
    EntryDescription said =
        new EntryDescription(
            EntryKind.END,
            me(),
            hospital.id(),
            key(hospital.keys()),
            hospital.name(),
            now,
            Instant.now(),
            "This view ends",
            Map.of(),
            certificates(hospital.keys()));
    return hand.seal(stream(sensitivity, StreamId.CONTROL_YEAR), 0, said, small());
  }

  private EntryReference large(int year) {
    SealedEntry entry =
        hand.seal(stream(year), 0, said(kim, year), HandMade.largeContent("y" + year));
    sealed.put(year, entry);
    return entry.reference();
  }

  private EntryReference seal(int year, int n, EntryDescription said) {
    SealedEntry entry = hand.seal(stream(year), n, said, small());
    sealed.put(year, entry);
    return entry.reference();
  }

  private static Content small() {
    return HandMade.content("o1");
  }

  private EntryDescription said(UnlockedIdentity author, int year) {
    return said(author, certificates(author), me(), year + "-05-06");
  }

  private EntryDescription said(
      UnlockedIdentity author, Optional<Hash32> certificates, PartyId subject, String date) {
    return new EntryDescription(
        EntryKind.NOTE,
        subject,
        hospital.id(),
        key(author),
        "Dr Kim",
        date,
        Instant.now(),
        "Note",
        Map.of(),
        certificates);
  }

  /** In this hospital's slot, in another hospital's name. */
  private EntryDescription ofAnotherHospital() {
    return new EntryDescription(
        EntryKind.NOTE,
        me(),
        new org.chartseal.services.seal.OrganisationId(2),
        key(eve),
        "Dr Eve",
        OTHER_WRITER + "-05-06",
        Instant.now(),
        "Note",
        Map.of(),
        certificates(eve));
  }

  private RetractLeaf leaf(int year, UnlockedIdentity author) {
    SealedEntry entry = sealed.get(year);
    return new RetractLeaf(entry.slot(), entry.recordDigest(), keyId(author));
  }

  private Optional<Hash32> certificates(UnlockedIdentity author) {
    return Optional.of(network.publish(author));
  }

  private PartyId me() {
    return card.card().party();
  }

  private static PartyId somebody() {
    return new PartyId(Digests.sha256());
  }

  private static P256PublicKey key(UnlockedIdentity keys) {
    return keys.signing().publicKey();
  }

  private static KeyId keyId(UnlockedIdentity keys) {
    return KeyId.of(key(keys));
  }

  StreamAccess stream(int year) {
    return stream(SensitivityClass.GENERAL, year);
  }

  StreamAccess stream(SensitivityClass sensitivity, int year) {
    return pair.stream(hospital.id(), sensitivity, 0, year);
  }

  HandMade hand() {
    return hand;
  }

  PatientCard patient() {
    return card.card();
  }

  /** What reading a stream gives, in the order of its places. */
  List<RecordEntry> read(StreamAccess... streams) {
    return read(network.ledger(), streams).entries();
  }

  Read read(ProvenLedger ledger, StreamAccess... streams) {
    List<RecordEntry> entries = new ArrayList<>();
    RecordOutcome outcome =
        care.reader(ledger).read(pair.patient(), List.of(streams), Progress.NONE, entries::add);
    entries.sort(java.util.Comparator.comparingInt(entry -> entry.anchor().place().n()));
    return new Read(outcome, entries);
  }

  /** What came of reading. */
  record Read(RecordOutcome outcome, List<RecordEntry> entries) {}

  private Instant anchoredAt(int year) {
    return read(stream(year)).getFirst().anchor().word().anchoredAt();
  }

  @Override
  public void close() {
    pair.close();
    care.close();
    network.close();
  }
}
