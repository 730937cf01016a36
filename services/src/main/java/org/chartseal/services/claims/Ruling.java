package org.chartseal.services.claims;

import java.util.regex.Pattern;
import org.chartseal.services.claims.internal.RulingCodec;
import org.chartseal.services.seal.Hash32;

/**
 * What a person of the insurer rules about one line: in the stead of rules that do not decide it,
 * or otherwise than they do.
 *
 * @param on digest of the decision as the person found it ({@link Decision#digest()})
 * @param line number of the line
 * @param reason in the person's words; hospital and patient read it
 * @param person who rules, as they call themselves
 * @param before what the member had paid in the line's plan year when the ruling was made, this
 *     line apart
 */
public record Ruling(
    Hash32 on,
    int line,
    Verdict verdict,
    String reason,
    String person,
    Accumulators.Totals before) {

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_NAME = 200;

  /** What is ruled. */
  public sealed interface Verdict {
    /**
     * It is payable.
     *
     * @param allowed what the plan recognises of it; who pays which part of that, the rules say
     */
    record Approve(Money allowed) implements Verdict {}

    /**
     * It is not payable.
     *
     * @param code group PR leaves the line to the patient, any other to the hospital
     */
    record Deny(AdjustmentReason code) implements Verdict {

      private static final Pattern GROUP = Pattern.compile("CO|PR|OA|PI");
      private static final Pattern CARC = Pattern.compile("[0-9]{1,3}|[A-Z][0-9]{1,2}");
      private static final Pattern RARC = Pattern.compile("|[A-Z]{1,2}[0-9]{1,4}");

      /**
       * @throws IllegalArgumentException if the codes are not in X12's form
       */
      public Deny {
        if (!GROUP.matcher(code.group()).matches()
            || !CARC.matcher(code.carc()).matches()
            || !RARC.matcher(code.rarc()).matches()) {
          throw new IllegalArgumentException("a denial has a group and a reason code of X12");
        }
      }
    }
  }

  /**
   * @throws IllegalArgumentException if reason or person is blank or too long
   */
  public Ruling {
    require(reason, LONGEST_REASON);
    require(person, LONGEST_NAME);
  }

  /** What is signed: JSON, UTF-8, the same for the same ruling. */
  public byte[] bytes() {
    return RulingCodec.bytes(this);
  }

  private static void require(String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException("a ruling has a reason and a person, of bounded length");
    }
  }
}
