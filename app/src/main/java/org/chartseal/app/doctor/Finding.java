package org.chartseal.app.doctor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.services.seal.Fault;

/**
 * What one check found.
 *
 * @param check what was looked at, in a word or two
 * @param words what was found, and for what is not well what to do
 * @param faults what is not well, each by itself
 */
public record Finding(String check, Grade grade, String words, List<Fault> faults) {

  public Finding {
    faults = List.copyOf(faults);
  }

  /** How it is. */
  public enum Grade {
    WELL,
    /** It works, and somebody should look at it. */
    NOTE,
    /** It keeps Chartseal from working. */
    PROBLEM
  }

  static Finding well(String check, String words) {
    return new Finding(check, Grade.WELL, words, List.of());
  }

  static Finding note(String check, Fault... faults) {
    return new Finding(check, Grade.NOTE, words(faults), List.of(faults));
  }

  static Finding problem(String check, Fault... faults) {
    return new Finding(check, Grade.PROBLEM, words(faults), List.of(faults));
  }

  private static String words(Fault... faults) {
    return Stream.of(faults)
        .map(fault -> fault.sentence() + " (" + fault.code() + ")")
        .collect(Collectors.joining(" "));
  }
}
