package org.chartseal.views.kit.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The looks, each a base theme and a file of tokens. */
public enum Theme {
  LIGHT("light.css"),
  DARK("dark.css"),
  CONTRAST("contrast.css");

  private final String tokens;

  Theme(String tokens) {
    this.tokens = tokens;
  }

  /** The base stylesheet of all controls. */
  String base() {
    return this == DARK
        ? new PrimerDark().getUserAgentStylesheet()
        : new PrimerLight().getUserAgentStylesheet();
  }

  /** Name of the file with the tokens. */
  String tokens() {
    return tokens;
  }
}
