package org.chartseal.services.seal;

/**
 * What a capability gives: the key of a class, for all its years, or of one year (§2, §7.1). It
 * reads and cannot write.
 */
public sealed interface StreamSecret extends AutoCloseable permits ClassKey, YearKey {

  /**
   * A copy of the 32 bytes, for a capability; the caller wipes it.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  byte[] bytes();

  /** Wipes the key. May be called again. */
  @Override
  void close();
}
