package org.chartseal.services.outbox;

/** Who else allocates in a lane. */
public enum LaneUse {
  /** Only this outbox does: the chain is asked once, when the lane is not known yet. */
  OWN,
  /** Other machines do as well, as desks do in a patient's lane 1: the chain is asked each time. */
  SHARED
}
