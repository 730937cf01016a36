package org.chartseal.app.session;

import org.chartseal.services.identity.Directory;
import org.chartseal.services.seal.OrganisationId;

/** Organisations in words: the name that the directory has, and the number behind it. */
public final class OrganisationText {

  private final Directory directory;

  public OrganisationText(Directory directory) {
    this.directory = directory;
  }

  /** Such as {@code Hana Clinic (organisation 1)}; {@code organisation 1} if nobody knows it. */
  public String of(OrganisationId id) {
    String number = "organisation " + id.number();
    return directory.find(id).map(known -> known.name() + " (" + number + ")").orElse(number);
  }
}
