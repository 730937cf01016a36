package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/** Shows the beginning of a command's answer, and keeps all of it for the story to go on with. */
final class StoryOutput implements Output {

  private final HumanOutput shown;
  private final int most;
  private final List<Row> rows = new ArrayList<>();
  private Optional<Fault> failure = Optional.empty();
  private int hidden;

  /**
   * @param most how many answers are shown; the last one always is
   */
  StoryOutput(HumanOutput shown, int most) {
    this.shown = shown;
    this.most = most;
  }

  @Override
  public void row(Row row, String words) {
    rows.add(row);
    if (rows.size() <= most) {
      shown.row(row, words);
    } else {
      hidden++;
      last = words;
    }
  }

  private String last = "";

  /** Says how much was not shown, and the last answer. */
  void end() {
    if (hidden > 1) {
      shown.hint("  … and %d more".formatted(hidden - 1));
    }
    if (hidden > 0) {
      shown.hint(last);
    }
  }

  @Override
  public void hint(String words) {
    shown.hint(words);
  }

  @Override
  public void fault(Row about, Fault fault) {
    shown.fault(about, fault);
  }

  @Override
  public void failure(Fault fault) {
    failure = Optional.of(fault);
    shown.hint(fault.sentence() + " (" + fault.code() + ")");
  }

  @Override
  public void failure(Row about, Fault fault) {
    failure(fault);
  }

  @Override
  public Progress progress() {
    return shown.progress();
  }

  @Override
  public void raw(byte[] bytes) {
    shown.raw(bytes);
  }

  /** All answers. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Why the command ended, if it was not carried out. */
  Optional<Fault> why() {
    return failure;
  }
}
