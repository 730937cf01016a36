package org.chartseal.services.identity;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.OrganisationId;

/** The organisations of a network. */
public interface Directory {

  /** One organisation, if the directory knows it and its certificates hold. */
  Optional<Organisation> find(OrganisationId id);

  /** All of them, by number. */
  List<Organisation> all();
}
