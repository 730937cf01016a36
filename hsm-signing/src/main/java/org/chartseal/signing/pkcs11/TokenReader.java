package org.chartseal.signing.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads from a module what needs no PIN. */
final class TokenReader {
  private static final long SERIAL_SESSION = 0x4;
  private static final long CLASS = 0x0;
  private static final long LABEL = 0x3;
  private static final long VALUE = 0x11;
  private static final long CERTIFICATE = 0x1;

  // CK_TOKEN_INFO: label(32) manufacturer(32) model(16) serial(16) flags …
  private static final int LABEL_BYTES = 32;
  private static final long FLAGS_OFFSET = 96;
  private static final long TOKEN_INFO_BYTES = 256;

  /**
   * More objects, or longer ones, than any token of a party holds: a module that answers so is not
   * believed.
   */
  private static final int MAX_OBJECTS = 1_000;

  private static final long MAX_VALUE_BYTES = 1 << 16;

  /** A token as its module describes it; {@code flags} are those of CK_TOKEN_INFO. */
  record TokenInfo(long slot, String label, long flags) {
    private static final long INITIALISED = 0x400;
    private static final long PIN_FINAL_TRY = 0x20000;
    private static final long PIN_LOCKED = 0x40000;

    /** One that was never set up has neither label nor PIN. */
    boolean isInitialised() {
      return (flags & INITIALISED) != 0;
    }

    boolean isLastTry() {
      return (flags & PIN_FINAL_TRY) != 0;
    }

    boolean isBlocked() {
      return (flags & PIN_LOCKED) != 0;
    }
  }

  /** A certificate object; its label may be empty. */
  record TokenCertificate(String label, X509Certificate certificate) {}

  private final Cryptoki cryptoki;

  TokenReader(Cryptoki cryptoki) {
    this.cryptoki = cryptoki;
  }

  /** The tokens that are in their slots now. */
  List<TokenInfo> tokens() {
    return slotsWithTokens().mapToObj(this::tokenInfo).flatMap(Optional::stream).toList();
  }

  private LongStream slotsWithTokens() {
    byte present = 1;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(Cryptoki.ULONG_BYTES, Cryptoki.ULONG_BYTES);
      Cryptoki.check(cryptoki.call(Cryptoki.GET_SLOT_LIST, present, MemorySegment.NULL, count));
      int size = (int) Math.min(Cryptoki.ulong(count, 0), MAX_OBJECTS);
      MemorySegment slots =
          arena.allocate(Math.max(1, size) * Cryptoki.ULONG_BYTES, Cryptoki.ULONG_BYTES);
      Cryptoki.putUlong(count, 0, size);
      Cryptoki.check(cryptoki.call(Cryptoki.GET_SLOT_LIST, present, slots, count));
      int filled = (int) Math.min(Cryptoki.ulong(count, 0), size);
      long[] found = new long[filled];
      for (int i = 0; i < filled; i++) {
        found[i] = Cryptoki.ulong(slots, i * Cryptoki.ULONG_BYTES);
      }
      return LongStream.of(found);
    }
  }

  /** Empty if the token was pulled since the slots were listed. */
  private Optional<TokenInfo> tokenInfo(long slot) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(TOKEN_INFO_BYTES, Cryptoki.ULONG_BYTES);
      long result = cryptoki.call(Cryptoki.GET_TOKEN_INFO, slot, info);
      if (result != Cryptoki.OK) {
        return Optional.empty();
      }
      byte[] label = info.asSlice(0, LABEL_BYTES).toArray(JAVA_BYTE);
      return Optional.of(
          new TokenInfo(
              slot,
              new String(label, StandardCharsets.UTF_8).strip(),
              Cryptoki.ulong(info, FLAGS_OFFSET)));
    }
  }

  /**
   * The certificates on a token that can be read without a PIN. Those that do not parse are left
   * out.
   */
  List<TokenCertificate> certificates(long slot) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment session = arena.allocate(Cryptoki.ULONG_BYTES, Cryptoki.ULONG_BYTES);
      Cryptoki.check(
          cryptoki.call(
              Cryptoki.OPEN_SESSION,
              slot,
              SERIAL_SESSION,
              MemorySegment.NULL,
              MemorySegment.NULL,
              session));
      long handle = Cryptoki.ulong(session, 0);
      try {
        return certificates(arena, handle);
      } finally {
        cryptoki.call(Cryptoki.CLOSE_SESSION, handle);
      }
    }
  }

  private List<TokenCertificate> certificates(Arena arena, long session) {
    MemorySegment wanted = arena.allocate(Cryptoki.ULONG_BYTES, Cryptoki.ULONG_BYTES);
    Cryptoki.putUlong(wanted, 0, CERTIFICATE);
    MemorySegment template = Cryptoki.attribute(arena, CLASS, wanted, Cryptoki.ULONG_BYTES);
    Cryptoki.check(cryptoki.call(Cryptoki.FIND_OBJECTS_INIT, session, template, 1L));
    MemorySegment found = arena.allocate(MAX_OBJECTS * Cryptoki.ULONG_BYTES, Cryptoki.ULONG_BYTES);
    MemorySegment count = arena.allocate(Cryptoki.ULONG_BYTES, Cryptoki.ULONG_BYTES);
    try {
      Cryptoki.check(
          cryptoki.call(Cryptoki.FIND_OBJECTS, session, found, (long) MAX_OBJECTS, count));
    } finally {
      cryptoki.call(Cryptoki.FIND_OBJECTS_FINAL, session);
    }
    List<TokenCertificate> certificates = new ArrayList<>();
    long size = Math.min(Cryptoki.ulong(count, 0), MAX_OBJECTS);
    for (long i = 0; i < size; i++) {
      long object = Cryptoki.ulong(found, i * Cryptoki.ULONG_BYTES);
      certificate(session, object).ifPresent(certificates::add);
    }
    return certificates;
  }

  private Optional<TokenCertificate> certificate(long session, long object) {
    byte[] encoded = value(session, object, VALUE);
    String label = new String(value(session, object, LABEL), StandardCharsets.UTF_8);
    try {
      return Optional.of(
          new TokenCertificate(
              label,
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(encoded))));
    } catch (CertificateException notX509) {
      return Optional.empty();
    }
  }

  /** An attribute's value; empty if the object has none. */
  private byte[] value(long session, long object, long type) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attribute = Cryptoki.attribute(arena, type, MemorySegment.NULL, 0);
      long result = cryptoki.call(Cryptoki.GET_ATTRIBUTE_VALUE, session, object, attribute, 1L);
      long length = Cryptoki.attributeLength(attribute);
      if (result != Cryptoki.OK || length < 1 || length > MAX_VALUE_BYTES) {
        return new byte[0];
      }
      MemorySegment value = arena.allocate(length);
      attribute.set(ADDRESS.withByteAlignment(1), Cryptoki.ULONG_BYTES, value);
      Cryptoki.check(cryptoki.call(Cryptoki.GET_ATTRIBUTE_VALUE, session, object, attribute, 1L));
      return value.toArray(JAVA_BYTE);
    }
  }
}
