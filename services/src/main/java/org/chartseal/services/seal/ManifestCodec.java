package org.chartseal.services.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;

/**
 * The CBOR form of a manifest (§3.1). The fields come in the order of deterministic CBOR: shorter
 * names first.
 */
final class ManifestCodec {

  private ManifestCodec() {}

  static byte[] encode(Manifest manifest) {
    EntryDescription entry = manifest.entry();
    int optional =
        (manifest.previous().isPresent() ? 1 : 0)
            + (manifest.replaces().isPresent() ? 1 : 0)
            + (manifest.patientSignature().isPresent() ? 1 : 0)
            + (entry.certificates().isPresent() ? 1 : 0);
    CborWriter writer = new CborWriter().map(14 + optional);
    writer.key("v").unsigned(Blocks.VERSION);
    writer.key("date").text(entry.date());
    writer.key("kind").text(entry.kind().code());
    writer.key("root").bytes(manifest.contentRoot().bytes());
    writer.key("party").bytes(entry.subject().value().bytes());
    writer.key("title").text(entry.title());
    writer.key("author").bytes(entry.author().bytes());
    if (manifest.stored() instanceof StoredContent.Chunked chunked) {
      writer.key("chunks").array(chunked.chunks().size());
      chunked.chunks().forEach(digest -> writer.bytes(digest.bytes()));
    }
    writer.key("leaves").unsigned(manifest.leafCount());
    writer.key("length").unsigned(manifest.stored().length());
    if (manifest.stored() instanceof StoredContent.Inline inline) {
      writer.key("content").bytes(ContentCodec.encode(inline.content()));
    }
    manifest
        .patientSignature()
        .ifPresent(signature -> SignatureCodec.write(signature, writer.key("patient")));
    writer.key("summary").map(entry.summary().size());
    entry.summary().forEach((key, value) -> writer.key(key).text(value));
    manifest
        .previous()
        .ifPresent(previous -> writeDigests(previous, writer.key("previous").array(2)));
    writer.key("recorded").unsigned(entry.recorded().getEpochSecond());
    manifest
        .replaces()
        .ifPresent(replaced ->
            writeDigests(
                replaced.digests(),
                writer.key("replaces").array(3).bytes(replaced.slot().value().bytes())));
    writer.key("authorName").text(entry.authorName());
    entry.certificates().ifPresent(chain -> writer.key("certificates").bytes(chain.bytes()));
    writer.key("organisation").unsigned(entry.organisation().number());
    byte[] encoded = writer.toByteArray();
    writer.wipe();
    return encoded;
  }

  static Manifest decode(byte[] encoded) throws RefusedException {
    try {
      CborReader reader = new CborReader(encoded);
      CborReader.Fields fields = reader.map();
      if (fields.require("v").unsigned(Long.MAX_VALUE) != Blocks.VERSION) {
        throw new RefusedException(Faults.UNKNOWN_VERSION);
      }
      Manifest manifest = read(reader, fields);
      fields.end();
      reader.end();
      return manifest;
    } catch (CborException | IllegalArgumentException e) {
      throw new RefusedException(Faults.MALFORMED_MANIFEST);
    }
  }

  private static Manifest read(CborReader reader, CborReader.Fields fields)
      throws CborException, RefusedException {
    String date = fields.require("date").text(EntryDescription.MAX_DATE);
    EntryKind kind = EntryKind.parse(fields.require("kind").text(32));
    Hash32 root = hash(fields.require("root"));
    PartyId subject = new PartyId(hash(fields.require("party")));
    String title = fields.require("title").text(EntryDescription.MAX_TEXT);
    P256PublicKey author = P256PublicKey.of(fields.require("author").bytesOf(P256PublicKey.LENGTH));
    Optional<List<Hash32>> chunks =
        fields.take("chunks") ? Optional.of(chunks(reader)) : Optional.empty();
    int leaves = (int) fields.require("leaves").unsigned(ContentTree.MAX_LEAVES);
    int length = (int) fields.require("length").unsigned(Content.MAX_LENGTH);
    StoredContent stored =
        chunks.isPresent()
            ? new StoredContent.Chunked(chunks.get(), length)
            : inline(fields, length);
    Optional<EntrySignature> patient =
        fields.take("patient") ? Optional.of(SignatureCodec.read(reader)) : Optional.empty();
    Map<String, String> summary = summary(fields.require("summary"));
    Optional<EntryDigests> previous = Optional.empty();
    if (fields.take("previous")) {
      reader.arrayOf(2);
      previous = Optional.of(new EntryDigests(hash(reader), hash(reader)));
    }
    Instant recorded =
        Instant.ofEpochSecond(fields.require("recorded").unsigned(Instant.MAX.getEpochSecond()));
    Optional<EntryReference> replaces = Optional.empty();
    if (fields.take("replaces")) {
      reader.arrayOf(3);
      replaces =
          Optional.of(new EntryReference(new Slot(hash(reader)), hash(reader), hash(reader)));
    }
    String authorName = fields.require("authorName").text(EntryDescription.MAX_NAME);
    Optional<Hash32> certificates =
        fields.take("certificates") ? Optional.of(hash(reader)) : Optional.empty();
    OrganisationId organisation =
        new OrganisationId(fields.require("organisation").unsigned(Long.MAX_VALUE));
    EntryDescription entry =
        new EntryDescription(
            kind,
            subject,
            organisation,
            author,
            authorName,
            date,
            recorded,
            title,
            summary,
            certificates);
    return new Manifest(entry, root, leaves, previous, replaces, stored, patient);
  }

  private static StoredContent inline(CborReader.Fields fields, int length)
      throws CborException, RefusedException {
    byte[] encoded = fields.require("content").bytes(Blocks.MAX_INLINE);
    if (encoded.length != length) {
      throw new RefusedException(Faults.WRONG_LENGTH);
    }
    return new StoredContent.Inline(ContentCodec.decode(encoded), length);
  }

  private static List<Hash32> chunks(CborReader reader) throws CborException {
    int count = reader.array(Blocks.chunks(Content.MAX_LENGTH));
    List<Hash32> chunks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      chunks.add(hash(reader));
    }
    return chunks;
  }

  private static Map<String, String> summary(CborReader reader) throws CborException {
    CborReader.Fields fields = reader.map();
    Map<String, String> summary = new HashMap<>();
    while (fields.hasNext()) {
      summary.put(
          fields.key(EntryDescription.MAX_SUMMARY_KEY), reader.text(EntryDescription.MAX_TEXT));
    }
    return summary;
  }

  private static void writeDigests(EntryDigests digests, CborWriter writer) {
    writer.bytes(digests.manifestDigest().bytes()).bytes(digests.contentRoot().bytes());
  }

  private static Hash32 hash(CborReader reader) throws CborException {
    return Hash32.of(reader.bytesOf(32));
  }
}
