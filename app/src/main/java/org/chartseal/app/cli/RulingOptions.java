package org.chartseal.app.cli;

import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.seal.Hash32;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a person rules about one line. */
final class RulingOptions {

  private static final Pattern CODE =
      Pattern.compile(
          "(?:(CO|PR|OA|PI)-)?([0-9]{1,3}|[A-Z][0-9]{1,2})(?:/([A-Z]{1,2}[0-9]{1,4}))?");

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}([.][0-9]{1,4})?");

  @Option(
      names = "--line",
      required = true,
      paramLabel = "N",
      description = "The line's number, as 'chartseal claim list' shows it.")
  private int line;

  @ArgGroup(multiplicity = "1")
  private Verdict verdict = new Verdict();

  @Option(
      names = "--amount",
      paramLabel = "AMOUNT",
      description =
          "With --approve: what the plan recognises of the line; without it, what the plan lists. Who pays which part, the rules say.")
  private @Nullable String amount;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in the person's words. Hospital and patient read it.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who rules; without it, the organisation.")
  private @Nullable String person;

  /** One of the two. */
  static final class Verdict {
    @Option(names = "--approve", required = true, description = "The line is payable.")
    private boolean approve;

    @Option(
        names = "--deny",
        required = true,
        paramLabel = "CODE",
        description =
            "It is not, for this reason: a CARC, with its group (CO if none: nobody else owes it; PR: the patient owes it) and a RARC if wanted: 50, PR-204, CO-16/N706.")
    private String deny = "";
  }

  /** Finds wrong use, before anything is opened. */
  void check() throws CommandFailure {
    if (verdict.approve) {
      if (amount != null && !AMOUNT.matcher(amount).matches()) {
        throw noAmount();
      }
      return;
    }
    if (amount != null) {
      throw CommandFailure.usage("CS-USE-22", "An amount goes with --approve only.");
    }
    code(verdict.deny);
  }

  RulingOrder order(Hash32 claim, String organisation, Currency currency) throws CommandFailure {
    return new RulingOrder(
        claim, line, wish(currency), reason, person == null ? organisation : person);
  }

  private RulingOrder.Wish wish(Currency currency) throws CommandFailure {
    if (!verdict.approve) {
      return new RulingOrder.Wish.Deny(code(verdict.deny));
    }
    if (amount == null) {
      return new RulingOrder.Wish.ApproveListed();
    }
    try {
      return new RulingOrder.Wish.Approve(Money.parse(amount, currency));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw noAmount();
    }
  }

  private CommandFailure noAmount() {
    return CommandFailure.usage("CS-USE-23", "'" + amount + "' is no amount. Write it as 120.00.");
  }

  private static AdjustmentReason code(String text) throws CommandFailure {
    Matcher code = CODE.matcher(text);
    if (!code.matches()) {
      throw CommandFailure.usage(
          "CS-USE-24",
          "'"
              + text
              + "' is no claim adjustment reason code. Write it as 50, PR-204 or CO-16/N706.");
    }
    String group = code.group(1) == null ? "CO" : code.group(1);
    return new AdjustmentReason(group, code.group(2), code.group(3) == null ? "" : code.group(3));
  }
}
