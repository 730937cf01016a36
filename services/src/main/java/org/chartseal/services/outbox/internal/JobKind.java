package org.chartseal.services.outbox.internal;

/** Kinds of jobs, as the table names them. */
enum JobKind {
  ENTRY,
  RETRACTION,
  ACT
}
