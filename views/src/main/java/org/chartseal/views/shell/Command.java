package org.chartseal.views.shell;

import org.chartseal.views.kit.text.Sought;

/**
 * Something that the command palette finds.
 *
 * @param title what it is called, and looked for by
 * @param hint small beside it: what kind of thing it is, in which menu it stands, or its key
 * @param menu in which it stands, looked for, too; empty for what stands in none
 * @param run does it
 */
public record Command(String title, String hint, String menu, Runnable run) {

  /** What stands in no menu. */
  public Command(String title, String hint, Runnable run) {
    this(title, hint, "", run);
  }

  /** Whether somebody means it who typed this. */
  boolean isMeantBy(Sought sought) {
    return sought.isInParts(title + " " + menu);
  }
}
