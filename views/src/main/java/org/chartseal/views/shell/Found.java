package org.chartseal.views.shell;

/** Something that a finder found. */
public sealed interface Found {

  /** What it is called. */
  String title();

  /** Small beside it, as the window's language writes it: when, of whom, how much. */
  String detail();

  /** Where it is shown. */
  Place place();

  /** Opens it there, once its place is on show; for the JavaFX thread. */
  Runnable open();

  /** A patient. */
  record Patient(String title, String detail, Place place, Runnable open) implements Found {}

  /** An entry of the record that is open. */
  record Entry(String title, String detail, Place place, Runnable open) implements Found {}

  /** A claim. */
  record Claim(String title, String detail, Place place, Runnable open) implements Found {}
}
