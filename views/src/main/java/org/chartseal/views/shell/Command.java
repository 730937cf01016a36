package org.chartseal.views.shell;

import org.chartseal.views.kit.text.Sought;

/**
 * Something that the command palette finds.
 *
 * @param title what it is called, and looked for by
 * @param hint small beside it: what kind of thing it is, in which menu it stands, or its key
 * @param also what else it is looked for by: the menu in which it stands, another language; may be
 *     empty
 * @param run does it
 */
public record Command(String title, String hint, String also, Runnable run) {

  /** What is looked for by its title alone. */
  public Command(String title, String hint, Runnable run) {
    this(title, hint, "", run);
  }

  /** Whether somebody means it who typed this. */
  boolean isMeantBy(Sought sought) {
    return sought.isInParts(title + " " + also);
  }
}
