package org.chartseal.services.outbox;

/** Which {@link ActHandler} knows what an act's bytes mean, for instance {@code registry/1}. */
public record ActKind(String name) {
  @Override
  public String toString() {
    return name;
  }
}
