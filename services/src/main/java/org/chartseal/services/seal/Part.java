package org.chartseal.services.seal;

import java.util.Arrays;

/** One part of a content. */
public final class Part {

  private final PartRole role;
  private final String mediaType;
  private final byte[] bytes;

  /**
   * A part.
   *
   * @param mediaType as in RFC 6838, for instance {@code application/fhir+json}
   * @param bytes copied
   * @throws IllegalArgumentException if the media type is longer than 255 characters or not ASCII
   */
  public Part(PartRole role, String mediaType, byte[] bytes) {
    if (mediaType.length() > Content.MAX_MEDIA_TYPE
        || !mediaType.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a media type is at most 255 printable ASCII characters");
    }
    this.role = role;
    this.mediaType = mediaType;
    this.bytes = bytes.clone();
  }

  public PartRole role() {
    return role;
  }

  public String mediaType() {
    return mediaType;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** The bytes themselves, for those that do not change them. */
  byte[] raw() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Part part
        && role == part.role
        && mediaType.equals(part.mediaType)
        && Arrays.equals(bytes, part.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "Part[" + role + ", " + bytes.length + " bytes]";
  }
}
