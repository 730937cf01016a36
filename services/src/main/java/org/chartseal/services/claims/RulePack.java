package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A version of an insurer's rules: tables, never code. Immutable.
 *
 * @see RulePacks
 */
public interface RulePack {

  /** Id, version and digest. */
  PackId id();

  /** The pack's name for people. */
  String title();

  /** The currency of every amount in it. */
  Currency currency();

  /** The plans, by id. */
  List<Plan> plans();

  /** A plan. */
  Optional<Plan> plan(String id);

  /** What the service table says about a code on a day. */
  ServiceTerms terms(ServiceCategory category, ServiceCode code, LocalDate day);

  /** The row of {@code lines.csv} that decides whether a line is payable; none when no row fits. */
  Optional<TableRow> lineRule(Map<String, String> facts);

  /**
   * The row of {@code sharing.csv} that decides how a payable line is shared; none when no row
   * fits.
   */
  Optional<TableRow> sharingRule(Map<String, String> facts);

  /** The row that a decision names; none if there is no such row. */
  Optional<TableRow> row(RuleReference rule);

  /** The codes of a part. */
  AdjustmentReason reason(SharePart part);

  /** A sentence of the pack in a language, in English where it has none. */
  String text(String key, Locale language);
}
