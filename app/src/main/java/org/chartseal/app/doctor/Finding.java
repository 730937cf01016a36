package org.chartseal.app.doctor;

/**
 * What one check found.
 *
 * @param check what was looked at, in a word or two
 * @param words what was found, and for what is not well what to do
 */
public record Finding(String check, Grade grade, String words) {

  /** How it is. */
  public enum Grade {
    WELL,
    /** It works, and somebody should look at it. */
    NOTE,
    /** It keeps Chartseal from working. */
    PROBLEM
  }

  static Finding well(String check, String words) {
    return new Finding(check, Grade.WELL, words);
  }

  static Finding note(String check, String words) {
    return new Finding(check, Grade.NOTE, words);
  }

  static Finding problem(String check, String words) {
    return new Finding(check, Grade.PROBLEM, words);
  }
}
