package org.chartseal.signing.pkcs12;

import org.chartseal.signing.DeviceFault;

/** What {@link Pkcs12KeyFile} answers. */
public sealed interface KeyFileOutcome {

  /** The file is on the disk. */
  record Created(Pkcs12Device device) implements KeyFileOutcome {}

  /** There is no new file. */
  record NotCreated(DeviceFault fault) implements KeyFileOutcome {}
}
