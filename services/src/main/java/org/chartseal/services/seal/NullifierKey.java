package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hmac;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * Names billable services so that one is paid once and nobody outside the pair can tell which it is
 * (§8.2).
 */
public final class NullifierKey implements AutoCloseable {

  private final SecretBytes key;

  NullifierKey(SecretBytes key) {
    this.key = key;
  }

  /** The nullifier of a service: the same after a correction, and in every claim that names it. */
  public Hash32 nullifier(BillableService service) {
    byte[] system = service.system().getBytes(StandardCharsets.UTF_8);
    byte[] code = service.code().getBytes(StandardCharsets.UTF_8);
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(service.date());
    byte[] message =
        new ByteSink(128)
            .put(service.performer().bytes())
            .put(day.getBytes(StandardCharsets.US_ASCII))
            .u16(system.length)
            .put(system)
            .u16(code.length)
            .put(code)
            .u16(service.ordinal())
            .toByteArray();
    return Hash32.of(key.use(bytes -> Hmac.of(bytes, message)));
  }

  /** Wipes the key. May be called again. */
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "NullifierKey[…]";
  }
}
