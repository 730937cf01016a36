package org.chartseal.services.clinical;

/** FHIR R4 {@code Basic} for what a revocation does to streams. Times are kept to the second. */
public interface RevocationResources {

  /** The act as JSON. */
  byte[] resource(StreamAct act);

  /** What {@link #resource} wrote, and nothing else. */
  Reading<StreamAct> read(byte[] json);
}
