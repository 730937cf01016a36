package org.chartseal.app.console.patient;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.seal.OrganisationId;

/** The names of organisations; checking one against its certificates is done once. */
final class OrganisationNames {

  private final Directory directory;
  private final Map<OrganisationId, String> known = new ConcurrentHashMap<>();

  OrganisationNames(Directory directory) {
    this.directory = directory;
  }

  /** The name, or the number where the directory does not know it. */
  String of(OrganisationId id) {
    return known.computeIfAbsent(
        id, any -> directory.find(id).map(Organisation::name).orElseGet(() -> "#" + id.number()));
  }
}
