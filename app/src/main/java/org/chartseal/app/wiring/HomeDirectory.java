package org.chartseal.app.wiring;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.home.DirectoryFile;
import org.chartseal.app.home.OrganisationEntry;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.signing.P256PublicKey;

/**
 * The organisations of the home's directory file; the roots in it are what the network's members
 * agreed on.
 */
final class HomeDirectory implements Directory {

  private final List<Organisation> organisations;

  private HomeDirectory(List<Organisation> organisations) {
    this.organisations = organisations;
  }

  static HomeDirectory of(DirectoryFile.Listing listing) {
    List<Organisation> organisations = new ArrayList<>();
    for (OrganisationEntry entry : listing.organisations()) {
      X509Certificate agreement = entry.agreement().getFirst();
      if (agreement.getPublicKey() instanceof ECPublicKey key) {
        organisations.add(
            new Organisation(
                new OrganisationId(entry.number()), entry.name(), P256PublicKey.of(key)));
      }
    }
    return new HomeDirectory(List.copyOf(organisations));
  }

  @Override
  public Optional<Organisation> find(OrganisationId id) {
    return organisations.stream().filter(known -> known.id().equals(id)).findFirst();
  }

  @Override
  public List<Organisation> all() {
    return organisations;
  }
}
