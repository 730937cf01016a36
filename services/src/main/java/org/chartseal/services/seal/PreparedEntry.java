package org.chartseal.services.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.internal.AesGcm;
import org.chartseal.services.seal.internal.Padding;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * An entry whose content root is known and that is not sealed yet: a patient signs slot and root
 * before the manifest, which holds the signature, is sealed.
 *
 * <p>It is sealed once. Its keys encrypt with a nonce of zeros and would betray the content if they
 * were used again, so that a second call is refused.
 */
public final class PreparedEntry implements AutoCloseable {

  private final SealRequest request;
  private final AesGcm aesGcm;
  private final byte[] seed;
  private final SealKey sealKey;
  private final Hash32 contentRoot;
  private boolean used;

  PreparedEntry(SealRequest request, AesGcm aesGcm, byte[] seed, SealKey sealKey) {
    this.request = request;
    this.aesGcm = aesGcm;
    this.seed = seed;
    this.sealKey = sealKey;
    try (LeafSalts salts = sealKey.salts()) {
      this.contentRoot = ContentTree.of(request.leaves(), salts).root();
    }
  }

  public Slot slot() {
    return request.slot();
  }

  public Hash32 contentRoot() {
    return contentRoot;
  }

  /** The data of its leaf in a patient's statement: {@code slot ‖ contentRoot} (§5.2). */
  public byte[] patientLeaf() {
    return new EntryReference(slot(), Hash32.ZERO, contentRoot).leaf(OrganisationId.PATIENTS);
  }

  /**
   * Seals an organisation's entry.
   *
   * @throws IllegalStateException if it was sealed or closed
   * @throws IllegalArgumentException if it is a patient's, or its description does not fit into a
   *     block
   */
  public SealedEntry seal() {
    return seal(Optional.empty());
  }

  /**
   * Seals a patient's entry.
   *
   * @param signature over a tree that holds {@link #patientLeaf()}
   * @throws IllegalStateException if it was sealed or closed
   * @throws IllegalArgumentException if it is an organisation's, or the signature is of another
   *     entry
   */
  public SealedEntry seal(EntrySignature signature) {
    Hash32 leaf = MerkleTree.leafHash(patientLeaf());
    if (!signature.place().root(leaf).equals(signature.signed().statement().root())) {
      throw new IllegalArgumentException("the signature is of another entry");
    }
    return seal(Optional.of(signature));
  }

  /** Wipes the keys. May be called again. */
  @Override
  public void close() {
    sealKey.close();
  }

  private synchronized SealedEntry seal(Optional<EntrySignature> signature) {
    if (used) {
      throw new IllegalStateException("an entry is sealed once");
    }
    if (request.entry().organisation().equals(OrganisationId.PATIENTS) != signature.isPresent()) {
      throw new IllegalArgumentException("a patient's entry, and no other, holds its signature");
    }
    used = true;
    byte[] encoded = ContentCodec.encode(request.content());
    try (this) {
      boolean inline = encoded.length <= Blocks.MAX_INLINE;
      List<byte[]> chunks = inline ? List.of() : sealChunks(encoded);
      StoredContent stored =
          inline
              ? new StoredContent.Inline(request.content(), encoded.length)
              : new StoredContent.Chunked(
                  chunks.stream().map(Digests::sha256).toList(), encoded.length);
      byte[] manifest = sealManifest(stored, signature);
      EntryReference reference = new EntryReference(slot(), Digests.sha256(manifest), contentRoot);
      return new SealedEntry(reference, manifest, chunks);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private byte[] sealManifest(StoredContent stored, Optional<EntrySignature> signature) {
    Manifest manifest =
        new Manifest(
            request.entry(),
            contentRoot,
            request.leaves().size(),
            request.previous(),
            request.replaces(),
            stored,
            signature);
    byte[] encoded = ManifestCodec.encode(manifest);
    byte[] padded = Padding.pad(encoded, 0, encoded.length, Blocks.MAX_PADDED_MANIFEST);
    try (SecretBytes key = sealKey.manifestKey()) {
      byte[] sealed = aesGcm.seal(key, Blocks.manifestData(slot()), padded);
      return ByteBuffer.allocate(1 + seed.length + sealed.length)
          .put((byte) Blocks.VERSION)
          .put(seed)
          .put(sealed)
          .array();
    } finally {
      Arrays.fill(encoded, (byte) 0);
      Arrays.fill(padded, (byte) 0);
    }
  }

  private List<byte[]> sealChunks(byte[] encoded) {
    int count = Blocks.chunks(encoded.length);
    List<byte[]> chunks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int offset = i * Blocks.CHUNK;
      int length = Math.min(Blocks.CHUNK, encoded.length - offset);
      byte[] padded = Padding.pad(encoded, offset, length, Blocks.MAX_PADDED_CHUNK);
      try (SecretBytes key = sealKey.chunkKey(i)) {
        byte[] sealed = aesGcm.seal(key, Blocks.chunkData(slot(), i, count), padded);
        chunks.add(
            ByteBuffer.allocate(1 + sealed.length).put((byte) Blocks.VERSION).put(sealed).array());
      } finally {
        Arrays.fill(padded, (byte) 0);
      }
    }
    return chunks;
  }
}
