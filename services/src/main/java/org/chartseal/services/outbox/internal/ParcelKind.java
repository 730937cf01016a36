package org.chartseal.services.outbox.internal;

/** What a transaction does, as the table names it. */
enum ParcelKind {
  ANCHOR_RUN,
  RETRACT_RUN,
  PATIENT_ANCHORS,
  PATIENT_RETRACTIONS,
  ACT
}
