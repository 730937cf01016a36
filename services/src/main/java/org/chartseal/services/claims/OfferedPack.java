package org.chartseal.services.claims;

import java.util.Optional;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;

/**
 * A rule pack as somebody hands it over.
 *
 * @param signature its publisher's, which holds; absent when it came as a bare archive. Whether the
 *     key is one that the insurer trusts, the caller says
 */
public record OfferedPack(RulePack pack, Optional<FileSignature> signature) {

  /**
   * Reads an archive, or a {@code .rulepack} file with its signature.
   *
   * @throws RefusedException CS-RULE-01, 03 or 04 if it cannot be used
   */
  public static OfferedPack read(byte[] file, SignatureVerifier verifier) throws RefusedException {
    if (isZip(file)) {
      return new OfferedPack(new RulePacks().open(file), Optional.empty());
    }
    SignedRulePack signed = SignedRulePack.parse(file);
    return new OfferedPack(signed.open(verifier), Optional.of(signed.signature()));
  }

  private static boolean isZip(byte[] file) {
    return file.length > 1 && file[0] == 'P' && file[1] == 'K';
  }
}
