package org.chartseal.views.signin;

/**
 * Somebody whose keys this home knows.
 *
 * @param id names them to the desk
 * @param place where they work; empty for patients
 */
public record Person(String id, String name, Role role, String place) {

  /** What they do here. */
  public enum Role {
    CLINICIAN,
    INSURER,
    PATIENT
  }
}
