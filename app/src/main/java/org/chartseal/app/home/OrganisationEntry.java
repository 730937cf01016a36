package org.chartseal.app.home;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An organisation as the directory file has it.
 *
 * @param number its number in the registry
 * @param name as shown
 * @param role what it does
 * @param signing chain of its own signing key, its own certificate first
 * @param agreement chain of its agreement key
 */
public record OrganisationEntry(
    long number,
    String name,
    IdentityRole role,
    List<X509Certificate> signing,
    List<X509Certificate> agreement) {
  public OrganisationEntry {
    signing = List.copyOf(signing);
    agreement = List.copyOf(agreement);
  }
}
