package org.chartseal.services.clinical;

import java.nio.file.Path;

/** Where a document comes from. */
public sealed interface DocumentSource {

  /** A file that the user named. It may be anything, or nothing. */
  record OnDisk(Path path) implements DocumentSource {}

  /** Bytes that somebody handed over. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record InMemory(byte[] bytes) implements DocumentSource {}
}
