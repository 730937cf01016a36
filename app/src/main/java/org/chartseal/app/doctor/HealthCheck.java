package org.chartseal.app.doctor;

/** Looks at one thing. It never throws and changes nothing. */
@FunctionalInterface
public interface HealthCheck {

  /** What there is to say about it now. */
  Finding look();
}
