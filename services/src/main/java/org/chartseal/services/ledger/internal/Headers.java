package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * Block headers: what {@code eth_getBlockByNumber} tells, hashed again from the fields (Yellow
 * Paper §4.4, and EIP-1559, 4895, 4844, 4788 and 7685 for the later ones, up to Osaka). A header
 * with fields that are not known here has another hash than its recomputed one, and is so refused.
 */
final class Headers {

  private enum Form {
    DATA,
    QUANTITY
  }

  private record Field(String name, Form form) {}

  private static final List<Field> ALWAYS =
      List.of(
          new Field("parentHash", Form.DATA),
          new Field("sha3Uncles", Form.DATA),
          new Field("miner", Form.DATA),
          new Field("stateRoot", Form.DATA),
          new Field("transactionsRoot", Form.DATA),
          new Field("receiptsRoot", Form.DATA),
          new Field("logsBloom", Form.DATA),
          new Field("difficulty", Form.QUANTITY),
          new Field("number", Form.QUANTITY),
          new Field("gasLimit", Form.QUANTITY),
          new Field("gasUsed", Form.QUANTITY),
          new Field("timestamp", Form.QUANTITY),
          new Field("extraData", Form.DATA),
          new Field("mixHash", Form.DATA),
          new Field("nonce", Form.DATA));

  /** Each is there only if all before it are. */
  private static final List<Field> LATER =
      List.of(
          new Field("baseFeePerGas", Form.QUANTITY),
          new Field("withdrawalsRoot", Form.DATA),
          new Field("blobGasUsed", Form.QUANTITY),
          new Field("excessBlobGas", Form.QUANTITY),
          new Field("parentBeaconBlockRoot", Form.DATA),
          new Field("requestsHash", Form.DATA));

  private Headers() {}

  /**
   * The block that the answer describes, whose hash is recomputed.
   *
   * @throws JsonRpcException if a field is missing or malformed, or the hash that the endpoint
   *     gives is another
   */
  static BlockRef read(JsonNode block) throws JsonRpcException {
    Hash32 hash = hash(block);
    if (!hash.equals(Hex.hash(block.path("hash")))) {
      throw JsonRpcException.malformed("a header that has another hash");
    }
    return new BlockRef(
        Hex.small(block.path("number")),
        hash,
        time(Hex.small(block.path("timestamp"))),
        Hex.hash(block.path("stateRoot")));
  }

  /** The hash that the fields have. */
  static Hash32 hash(JsonNode block) throws JsonRpcException {
    return Digests.keccak256(encoded(block));
  }

  /** The header itself, RLP. */
  static byte[] encoded(JsonNode block) throws JsonRpcException {
    List<byte[]> fields = new ArrayList<>();
    for (Field field : ALWAYS) {
      fields.add(encode(field, block));
    }
    for (Field field : LATER) {
      if (!block.hasNonNull(field.name())) {
        break;
      }
      fields.add(encode(field, block));
    }
    return Rlp.encodeSequence(fields);
  }

  /** A year is a u16 everywhere in the protocol; nothing later is a time. */
  private static Instant time(long seconds) throws JsonRpcException {
    if (seconds > 1L << 40) {
      throw JsonRpcException.malformed("a time out of range");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static byte[] encode(Field field, JsonNode block) throws JsonRpcException {
    JsonNode value = block.path(field.name());
    return Rlp.encode(
        switch (field.form()) {
          case DATA -> Hex.bytes(value);
          case QUANTITY -> minimal(Hex.number(value));
        });
  }

  private static byte[] minimal(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
