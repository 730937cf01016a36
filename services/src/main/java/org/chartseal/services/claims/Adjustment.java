package org.chartseal.services.claims;

/**
 * Why a part of the billed amount is not paid by the payer (X12 835, CAS segment).
 *
 * @param group CO, PR, OA or PI
 * @param carc claim adjustment reason code
 * @param rarc remittance advice remark code, or empty
 */
public record Adjustment(String group, String carc, String rarc, Money amount) {}
