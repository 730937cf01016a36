package org.chartseal.services.claims;

/**
 * The codes for a part of the patient's or hospital's share.
 *
 * @param group CO, PR, OA or PI
 * @param carc claim adjustment reason code
 * @param rarc remittance advice remark code, or empty
 */
public record AdjustmentReason(String group, String carc, String rarc) {}
