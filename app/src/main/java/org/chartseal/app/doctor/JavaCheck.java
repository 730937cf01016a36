package org.chartseal.app.doctor;

/** Whether this Java is one that Chartseal is made for. */
public final class JavaCheck implements HealthCheck {

  private static final int WANTED = 25;

  private final Runtime.Version version;

  public JavaCheck(Runtime.Version version) {
    this.version = version;
  }

  @Override
  public Finding look() {
    return version.feature() >= WANTED
        ? Finding.well("java", "Java " + version + ".")
        : Finding.problem(
            "java",
            "Java " + version + " is too old. Start Chartseal with Java " + WANTED + " or newer.");
  }
}
