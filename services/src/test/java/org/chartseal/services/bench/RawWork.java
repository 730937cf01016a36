package org.chartseal.services.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * What the primitives have to do for an opening, entry by entry: how long each input is, since
 * their time depends on nothing else, and the signatures themselves.
 */
final class RawWork {

  private final List<Integer> encrypted = new ArrayList<>();
  private final List<Integer> hashed = new ArrayList<>();
  private final List<int[]> authenticated = new ArrayList<>();
  private final List<Signed> signed = new ArrayList<>();

  /** A payload with its signature. */
  record Signed(P256PublicKey key, byte[] payload, Signature signature) {}

  /** A ciphertext under a key of its own. */
  void aesGcm(int length) {
    encrypted.add(length);
  }

  void keccak(int length) {
    hashed.add(length);
  }

  void keccak(int length, int times) {
    for (int i = 0; i < times; i++) {
      hashed.add(length);
    }
  }

  /** Messages of one length under one key. */
  void hmac(int length, int times) {
    authenticated.add(new int[] {length, times});
  }

  void signature(Signed one) {
    signed.add(one);
  }

  List<Integer> aesGcm() {
    return encrypted;
  }

  List<Integer> keccak() {
    return hashed;
  }

  List<int[]> hmac() {
    return authenticated;
  }

  List<Signed> signatures() {
    return signed;
  }

  void write(Writer out) throws IOException {
    HexFormat hex = HexFormat.of();
    for (int length : encrypted) {
      out.write("A " + length + "\n");
    }
    for (int length : hashed) {
      out.write("K " + length + "\n");
    }
    for (int[] messages : authenticated) {
      out.write("H " + messages[0] + " " + messages[1] + "\n");
    }
    for (Signed one : signed) {
      out.write(
          "S "
              + hex.formatHex(one.key().bytes())
              + " "
              + hex.formatHex(one.payload())
              + " "
              + hex.formatHex(one.signature().bytes())
              + "\n");
    }
  }

  static RawWork read(Reader in) throws IOException {
    RawWork work = new RawWork();
    HexFormat hex = HexFormat.of();
    BufferedReader lines = new BufferedReader(in);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "A" -> work.aesGcm(Integer.parseInt(words[1]));
        case "K" -> work.keccak(Integer.parseInt(words[1]));
        case "H" -> work.hmac(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        case "S" ->
            work.signature(
                new Signed(
                    P256PublicKey.of(hex.parseHex(words[1])),
                    hex.parseHex(words[2]),
                    Signature.of(hex.parseHex(words[3]))));
        default -> throw new IOException("no such primitive: " + words[0]);
      }
    }
    return work;
  }
}
