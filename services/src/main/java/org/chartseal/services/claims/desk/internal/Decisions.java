package org.chartseal.services.claims.desk.internal;

import java.util.Optional;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.StatementType;

/** Takes the decision out of an entry's content. */
public final class Decisions {

  private static final Fault NO_FILE =
      new Fault(
          "CS-DECISION-05",
          "The entry holds no decision file. Ask the insurer to send the decision again.");
  private static final Fault OTHER_KEY =
      new Fault(
          "CS-DECISION-06",
          "The decision in the entry was signed by another key than the entry, or was changed. Ask the insurer to send it again.");

  private final SignatureVerifier verifier;

  public Decisions(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  /** A decision with its file. */
  public record Stated(Decision decision, DecisionFile file) {}

  /**
   * The decision that an entry's author states.
   *
   * @throws RefusedException if there is none, or it is not the author's
   */
  public Stated in(EntryDescription description, Content content) throws RefusedException {
    Optional<Part> part =
        content.parts(PartRole.ATTACHMENT).stream()
            .filter(attachment -> attachment.mediaType().equals(DecisionFile.MEDIA_TYPE))
            .findFirst();
    if (part.isEmpty()) {
      throw new RefusedException(NO_FILE);
    }
    DecisionFile file = DecisionFile.parse(part.get().bytes());
    if (!file.signature().key().equals(description.author())
        || !file.signature().verify(verifier, StatementType.DECISION, file.body())) {
      throw new RefusedException(OTHER_KEY);
    }
    return new Stated(file.decision(), file);
  }
}
