package org.chartseal.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.home.DirectoryFile;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.OrganisationEntry;
import org.chartseal.app.session.Keyring;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.KeyPurpose;

/** Writes the directory file: who is in the network, under which certificates. */
final class DirectorySetUp {

  private final DirectoryFile file;
  private final Keyring keyring;

  DirectorySetUp(DirectoryFile file, Keyring keyring) {
    this.file = file;
    this.keyring = keyring;
  }

  void ensure() throws DemoException, HomeException {
    if (file.read().organisations().size() == Cast.ORGANISATIONS.size()) {
      return;
    }
    try {
      List<OrganisationEntry> entries = new ArrayList<>();
      for (Cast.Member member : Cast.ORGANISATIONS) {
        entries.add(
            new OrganisationEntry(
                member.identity().organisation(),
                member.identity().name(),
                member.identity().role(),
                keyring.chain(member.identity(), KeyPurpose.SIGN),
                keyring.chain(member.identity(), KeyPurpose.AGREE)));
      }
      file.write(
          new DirectoryFile.Listing(
              List.of(keyring.chain(Cast.REGISTRAR, KeyPurpose.SIGN).getFirst()), entries));
    } catch (RefusedException e) {
      throw new DemoException(e.fault());
    }
  }
}
