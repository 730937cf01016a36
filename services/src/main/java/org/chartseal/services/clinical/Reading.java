package org.chartseal.services.clinical;

import org.chartseal.services.seal.Fault;

/** What became of a resource that was to be understood. */
public sealed interface Reading<T> {

  /** It says this. */
  record Understood<T>(T value) implements Reading<T> {}

  /** It is not one of ours, or not whole; nothing of it may be used. */
  record NotUnderstood<T>(Fault fault) implements Reading<T> {}
}
