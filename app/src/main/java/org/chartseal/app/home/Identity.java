package org.chartseal.app.home;

import java.util.regex.Pattern;

/**
 * Somebody whose keys this home knows.
 *
 * @param alias how the command line names them: lower-case letters, digits and dashes
 * @param role what they do
 * @param organisation the number of the organisation that they are, or work for; 0 for patients
 * @param name as shown
 */
public record Identity(String alias, IdentityRole role, long organisation, String name) {

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /**
   * @throws IllegalArgumentException if the alias could be more than the name of a file
   */
  public Identity {
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException("an alias is made of letters, digits and dashes");
    }
    if (organisation < 0) {
      throw new IllegalArgumentException("organisations count from 1");
    }
  }
}
