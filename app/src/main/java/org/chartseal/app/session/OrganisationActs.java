package org.chartseal.app.session;

import org.chartseal.services.outbox.Owner;

/**
 * How the outbox names what an organisation asked, so that a window and a command find the same.
 */
public final class OrganisationActs {

  private OrganisationActs() {}

  /**
   * A request, and its taking back.
   *
   * @param consent the id that this organisation gave it
   */
  public static Owner request(String consent) {
    return new Owner("ask-" + consent);
  }
}
