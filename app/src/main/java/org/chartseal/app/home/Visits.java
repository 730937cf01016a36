package org.chartseal.app.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;

/**
 * The cards of patients who confirmed their first visit, for each organisation: {@code
 * visits/NUMBER/PARTY.card}.
 */
public final class Visits {

  private static final int MAX_CARD = 1 << 16;

  private final Path folder;

  public Visits(HomeFolder home) {
    this.folder = home.root().resolve("visits");
  }

  /** Whether this patient confirmed there. */
  public boolean isKnown(OrganisationId organisation, PartyId patient) {
    return Files.isRegularFile(card(organisation, patient));
  }

  /** Notes that the patient confirmed, with the card that was presented. */
  public void confirmed(OrganisationId organisation, PartyId patient, byte[] card)
      throws HomeException {
    Path file = card(organisation, patient);
    try {
      OwnerOnly.folder(folder);
      OwnerOnly.folder(folder.resolve(Long.toString(organisation.number())));
      OwnerOnly.write(file, card);
    } catch (IOException e) {
      throw HomeFaults.notWritten("visits");
    }
  }

  /** The cards of all who confirmed there, as files. */
  public List<byte[]> cards(OrganisationId organisation) throws HomeException {
    Path patients = folder.resolve(Long.toString(organisation.number()));
    if (!Files.isDirectory(patients)) {
      return List.of();
    }
    List<byte[]> cards = new ArrayList<>();
    try (Stream<Path> files = Files.list(patients)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".card")).sorted().toList()) {
        cards.add(readCard(file));
      }
    } catch (IOException e) {
      throw HomeFaults.unreadable("visits");
    }
    return cards;
  }

  private static byte[] readCard(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_CARD);
    }
  }

  /** Where the card of a patient who confirmed there is. */
  public Path card(OrganisationId organisation, PartyId patient) {
    return folder
        .resolve(Long.toString(organisation.number()))
        .resolve(patient.value().hex() + ".card");
  }
}
