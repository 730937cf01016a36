package org.chartseal.services.claims;

import java.math.BigDecimal;

/**
 * The terms of a coverage plan, from a rule pack's table.
 *
 * @param kind a word that the sharing table distinguishes plans by, for instance {@code copay} or
 *     {@code coinsurance}
 * @param deductible what the patient pays first in each plan year
 * @param copay the patient's fixed share of a claim
 * @param payerRate the payer's proportional share, 0 … 1
 * @param outOfPocketLimit from the claim after the one that reaches it, the sharing table's rows
 *     for {@code met} apply
 */
public record Plan(
    String id,
    String title,
    String kind,
    Money deductible,
    Money copay,
    BigDecimal payerRate,
    Money outOfPocketLimit) {}
