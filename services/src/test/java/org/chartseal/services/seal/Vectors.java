package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chartseal.services.seal.internal.Padding;
import org.chartseal.services.seal.internal.SecretBytes;
import org.chartseal.signing.SharedSecret;

/**
 * One example of each layout of the protocol, from fixed keys and seeds; bytes are in hexadecimal.
 */
final class Vectors {

  private static final HexFormat HEX = HexFormat.of();
  private static final Place PLACE = new Place(1, 3);

  private Vectors() {}

  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("keys", keys());
    all.put("slots", slots());
    all.put("statement", statements());
    all.put("tree", trees());
    all.put("padding", padding());
    all.put("content-root", contentRoot());
    all.put("manifest-block", manifestBlock());
    all.put("chunk-blocks", chunkBlocks());
    all.put("seal-block", sealBlock());
    all.put("patient-entry", patientEntry());
    all.put("disclosure", disclosure());
    return all;
  }

  private static Map<String, Object> keys() {
    Map<String, Object> out = pairInputs();
    try (PairSecret pair = Samples.pair();
        ClassKey classKey = pair.classKey(Samples.HOSPITAL_PARTY, SensitivityClass.GENERAL, 2);
        YearKey yearKey = classKey.year(2026);
        StreamKeys stream = yearKey.streamKeys();
        EntryKey entryKey = stream.entryKey(PLACE);
        NullifierKey nullifiers = pair.nullifierKey()) {
      Hash32 nonce = Digests.sha256(Samples.ascii("nonce"));
      out.put("nonce", nonce.hex());
      out.put("confirmation", pair.confirmation(nonce).hex());
      out.put("writer", Samples.HOSPITAL_PARTY.value().hex());
      out.put("class", "N");
      out.put("generation", 2);
      out.put("classKey", hex(classKey.bytes()));
      out.put("year", 2026);
      out.put("yearKey", hex(yearKey.bytes()));
      out.put("fingerprint", stream.fingerprint().hex());
      out.put("lane", PLACE.lane());
      out.put("n", PLACE.n());
      out.put("entryKey", hex(entryKey.bytes()));
      BillableService service =
          new BillableService(
              nonce, java.time.LocalDate.of(2026, 3, 1), "http://snomed.info/sct", "80146002", 1);
      out.put(
          "nullifier",
          Map.of(
              "performer", service.performer().hex(),
              "date", "20260301",
              "system", service.system(),
              "code", service.code(),
              "ordinal", 1,
              "nullifier", nullifiers.nullifier(service).hex()));
    }
    try (SharedSecret agreed = Samples.HOSPITAL_AGREE.agree(Samples.PATIENT_AGREE.publicKey())) {
      out.put("possession", PossessionMac.of(agreed, Hash32.ZERO).hex());
    }
    return sortedNullifier(out);
  }

  /** Map.of has no order of its own. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> sortedNullifier(Map<String, Object> out) {
    out.computeIfPresent(
        "nullifier", (key, value) -> new java.util.TreeMap<>((Map<String, Object>) value));
    return out;
  }

  private static Map<String, Object> pairInputs() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("chainId", Samples.DEPLOYMENT.chainId().toString());
    out.put("ledger", hex(Samples.DEPLOYMENT.ledger().bytes()));
    out.put("hospitalParty", Samples.HOSPITAL_PARTY.value().hex());
    out.put("hospitalAgree", hex(Samples.HOSPITAL_AGREE.publicKey().bytes()));
    out.put("patientSign", hex(Samples.PATIENT_SIGN.publicKey().bytes()));
    out.put("patientParty", Samples.PATIENT.value().hex());
    out.put("patientAgree", hex(Samples.PATIENT_AGREE.publicKey().bytes()));
    try (SharedSecret agreed = Samples.HOSPITAL_AGREE.agree(Samples.PATIENT_AGREE.publicKey())) {
      out.put("ecdh", agreed.<String>use(HEX::formatHex));
    }
    return out;
  }

  private static Map<String, Object> slots() {
    Map<String, Object> out = new LinkedHashMap<>();
    try (SharedSecret self = Samples.PATIENT_AGREE.agree(Samples.PATIENT_AGREE.publicKey());
        SlotScalar scalar = Samples.slotScalar();
        StreamKeys hospital = Samples.hospitalStream();
        StreamKeys patient = Samples.patientStream();
        SlotSigner signer = scalar.signer(patient, PLACE)) {
      out.put("ecdhWithItself", self.<String>use(HEX::formatHex));
      out.put("slotPoint", hex(scalar.point().bytes()));
      out.put("lane", PLACE.lane());
      out.put("n", PLACE.n());
      out.put("organisationSlot", hospital.organisationSlot(PLACE).value().hex());
      out.put("patientTweak", patient.patientTweak(PLACE).toString(16));
      out.put("patientSlot", signer.slot().value().hex());
      Hash32 digest = Digests.keccak256(Samples.ascii("digest"));
      RecoverableSignature signature = signer.sign(digest);
      out.put("digest", digest.hex());
      out.put("v", signature.v());
      out.put("r", signature.r().hex());
      out.put("s", signature.s().hex());
    }
    return out;
  }

  private static List<Object> statements() {
    List<Object> out = new ArrayList<>();
    for (StatementType type : StatementType.values()) {
      if (type.isStatement()) {
        Statement statement = Samples.statement(type, Samples.HOSPITAL, Digests.sha256(), 3);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", type.name());
        one.put("statement", hex(statement.bytes()));
        one.put("header", SigningInput.HEADER);
        one.put("digest", hex(SigningInput.digest(statement.bytes()).bytes()));
        one.put("key", hex(Samples.DOCTOR.publicKey().bytes()));
        one.put("keyId", KeyId.of(Samples.DOCTOR.publicKey()).value().hex());
        one.put("signature", hex(Samples.DOCTOR.sign(statement.bytes()).bytes()));
        out.add(one);
      }
    }
    return out;
  }

  private static List<Object> trees() {
    List<Object> out = new ArrayList<>();
    for (int size : List.of(1, 2, 3, 7, 8, 300)) {
      MerkleTree tree =
          MerkleTree.of(
              IntStream.range(0, size).mapToObj(i -> Samples.ascii("leaf " + i)).toList());
      int index = 2 * size / 3;
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("size", size);
      one.put("root", tree.root().hex());
      one.put("index", index);
      one.put("path", tree.inclusion(index).path().stream().map(Hash32::hex).toList());
      int lastRun = (size - 1) / Statement.RUN;
      one.put("run", lastRun);
      one.put("runPath", tree.run(lastRun).path().stream().map(Hash32::hex).toList());
      out.add(one);
    }
    return out;
  }

  private static Map<String, Object> padding() {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int length : List.of(0, 1, 252, 253, 1000, 65_536, 100_000, 458_752, 520_000)) {
      out.put(String.valueOf(length), Padding.paddedLength(length, Blocks.MAX_PADDED_MANIFEST));
    }
    return out;
  }

  private static Map<String, Object> contentRoot() {
    Content content = Samples.content(0);
    Map<String, Object> out = new LinkedHashMap<>();
    byte[] saltKey = Digests.sha256(Samples.ascii("salt key")).bytes();
    out.put("content", hex(ContentCodec.encode(content)));
    out.put("subject", Samples.PATIENT.value().hex());
    out.put("saltKey", hex(saltKey));
    try (LeafSalts salts = new LeafSalts(SecretBytes.copyOf(saltKey))) {
      ContentTree tree = ContentTree.of(Samples.leaves(content), salts);
      out.put("salt0", salts.salt(0).hex());
      out.put(
          "bodies",
          tree.leaves().stream()
              .map(leaf -> new String(leaf.body(), java.nio.charset.StandardCharsets.UTF_8))
              .toList());
      out.put("root", tree.root().hex());
    }
    return out;
  }

  private static Map<String, Object> manifestBlock() {
    Map<String, Object> out = new LinkedHashMap<>();
    try (StreamKeys keys = Samples.hospitalStream();
        EntryKey entryKey = keys.entryKey(PLACE)) {
      out.put("entryKey", hex(entryKey.bytes()));
      SealedEntry sealed = seal(Samples.request(keys, PLACE, Samples.content(0)));
      putEntry(out, sealed);
      try (OpenedManifest opened = Samples.open(keys, PLACE, sealed)) {
        out.put("manifest", hex(ManifestCodec.encode(opened.manifest())));
      }
    }
    return out;
  }

  private static SealedEntry seal(SealRequest request) {
    return new EntrySealer(Samples.ENGINE, new CountingRandom()).seal(request);
  }

  private static void putEntry(Map<String, Object> out, SealedEntry sealed) {
    out.put("slot", sealed.slot().value().hex());
    out.put("contentRoot", sealed.contentRoot().hex());
    out.put("manifestBlock", hex(sealed.manifestBlock()));
    out.put("manifestDigest", sealed.manifestDigest().hex());
    out.put("recordDigest", sealed.recordDigest().hex());
  }

  private static Map<String, Object> chunkBlocks() {
    Map<String, Object> out = new LinkedHashMap<>();
    try (StreamKeys keys = Samples.hospitalStream()) {
      SealedEntry sealed = seal(Samples.request(keys, PLACE, Samples.content(600_000)));
      putEntry(out, sealed);
      out.put("chunkLengths", sealed.chunkBlocks().stream().map(block -> block.length).toList());
      out.put(
          "chunkDigests",
          sealed.chunkBlocks().stream().map(block -> Digests.sha256(block).hex()).toList());
    }
    return out;
  }

  private static Map<String, Object> sealBlock() {
    List<EntryReference> entries =
        IntStream.range(0, 3)
            .mapToObj(i -> Digests.sha256(Samples.ascii("entry " + i)))
            .map(hash -> new EntryReference(new Slot(hash), hash, hash))
            .toList();
    SealBlock block =
        SealBlock.of(Samples.anchor(entries), entries, Optional.of(Hash32.ZERO)).getFirst();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("block", hex(block.bytes()));
    out.put("digest", block.digest().hex());
    return out;
  }

  private static Map<String, Object> patientEntry() {
    Map<String, Object> out = new LinkedHashMap<>();
    Place place = new Place(1, 0);
    try (StreamKeys keys = Samples.patientStream();
        SlotScalar scalar = Samples.slotScalar();
        EntryKey entryKey = keys.entryKey(place);
        PreparedEntry prepared =
            new EntrySealer(Samples.ENGINE, new CountingRandom())
                .prepare(Samples.patientRequest(keys, place, scalar.point().slot(keys, place)))) {
      out.put("entryKey", hex(entryKey.bytes()));
      out.put("leaf", hex(prepared.patientLeaf()));
      MerkleTree tree = MerkleTree.of(List.of(Samples.ascii("another"), prepared.patientLeaf()));
      Statement statement =
          Samples.statement(StatementType.ANCHOR, OrganisationId.PATIENTS, tree.root(), 2);
      EntrySignature signature =
          new EntrySignature(Samples.PATIENT_SIGN.sign(statement), tree.inclusion(1));
      SealedEntry sealed = prepared.seal(signature);
      putEntry(out, sealed);
      try (OpenedManifest opened = Samples.open(keys, place, sealed)) {
        out.put("manifest", hex(ManifestCodec.encode(opened.manifest())));
      }
    }
    return out;
  }

  private static Map<String, Object> disclosure() {
    Map<String, Object> out = new LinkedHashMap<>();
    try (StreamKeys keys = Samples.hospitalStream()) {
      Content content = Samples.content(0);
      SealedEntry sealed = seal(Samples.request(keys, PLACE, content));
      try (OpenedManifest opened = Samples.open(keys, PLACE, sealed);
          LeafSalts salts = opened.salts()) {
        ContentTree tree = ContentTree.of(Samples.leaves(content), salts);
        EntrySignature signature = Samples.signature(sealed.reference());
        Disclosure disclosure =
            Disclosure.of(Samples.HOSPITAL, sealed.reference(), signature, tree, i -> i == 5);
        out.put("subject", Samples.PATIENT.value().hex());
        out.put("disclosure", hex(disclosure.bytes()));
      }
    }
    return out;
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }
}
