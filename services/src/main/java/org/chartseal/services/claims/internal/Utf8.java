package org.chartseal.services.claims.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads text strictly. */
public final class Utf8 {

  private Utf8() {}

  /** The text of a table's file. */
  public static String read(String table, byte[] bytes) throws TableException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new TableException(table, "it is not UTF-8");
    }
  }
}
