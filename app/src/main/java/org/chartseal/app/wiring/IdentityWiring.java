package org.chartseal.app.wiring;

import org.chartseal.app.home.DirectoryFile;
import org.chartseal.services.identity.CardFiles;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.FirstVisit;
import org.chartseal.services.identity.Pairs;
import org.chartseal.services.seal.Deployment;

/** Who is who in this network. */
public record IdentityWiring(
    Directory directory,
    CertificateChains chains,
    CardFiles cards,
    FirstVisit firstVisit,
    Pairs pairs) {

  static IdentityWiring make(
      Deployment deployment, CryptoWiring crypto, DirectoryFile.Listing listing) {
    return new IdentityWiring(
        HomeDirectory.of(listing),
        new CertificateChains(listing.trusted()),
        new CardFiles(deployment, crypto.verifier()),
        new FirstVisit(deployment, crypto.verifier(), crypto.random()),
        new Pairs(deployment));
  }
}
