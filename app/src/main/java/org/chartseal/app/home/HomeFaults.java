package org.chartseal.app.home;

import java.nio.file.Path;
import java.util.List;
import org.chartseal.services.seal.Fault;

/** What can go wrong with a home folder, in words. */
final class HomeFaults {

  private HomeFaults() {}

  static HomeException notThere() {
    return fault(
        "CS-HOME-01",
        "There is no Chartseal home in this folder. Run 'chartseal demo' to make one, or name another folder with --home.");
  }

  static HomeException unreadable(String file) {
    return fault(
        "CS-HOME-02",
        "The home folder's file " + file + " cannot be read. Check that this account may read it.",
        file);
  }

  static HomeException damaged(String file) {
    return fault(
        "CS-HOME-03",
        "The home folder's file "
            + file
            + " is damaged or was changed by hand. Restore it from a copy.",
        file);
  }

  static HomeException newer(String file) {
    return fault(
        "CS-HOME-04",
        "The home folder's file "
            + file
            + " was written by a newer Chartseal. Use that version, or another home folder.",
        file);
  }

  static HomeException notWritten(String file) {
    return fault(
        "CS-HOME-05",
        "The home folder's file "
            + file
            + " could not be written. Check the free space and that this account may write there.",
        file);
  }

  static HomeException notAFolder() {
    return fault(
        "CS-HOME-06", "The home is a file and not a folder. Name another place with --home.");
  }

  static HomeException busy() {
    return fault(
        "CS-HOME-07", "Another Chartseal is changing this home folder. Wait until it is done.");
  }

  static HomeException beingMade(HomeMaking.Stage stage) {
    return fault(
        "CS-HOME-08",
        "This home is still being made by another Chartseal: "
            + stage.words()
            + ". Try again in a minute.");
  }

  static HomeException twoOutboxes(Path seen, Path hidden) {
    return fault(
        "CS-HOME-09",
        "There are two outboxes in this home, "
            + seen
            + " and "
            + hidden
            + ", because an earlier Chartseal was used in between. Close every Chartseal, and keep the one with the work that is still to be sent; move the other away with the files beside it.",
        seen.toString(),
        hidden.toString());
  }

  static HomeException outboxInUse() {
    return fault(
        "CS-HOME-10",
        "An earlier version of Chartseal is open on this home. Close it, then try again.");
  }

  private static HomeException fault(String code, String sentence, String... about) {
    return new HomeException(new Fault(code, sentence, List.of(about)));
  }
}
