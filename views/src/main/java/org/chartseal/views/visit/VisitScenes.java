package org.chartseal.views.visit;

import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.patient.Visitor;

/** Makes the scenes of a visit that are screens of their own. */
public interface VisitScenes {

  /**
   * Asking for the record.
   *
   * @param granted called when the patient granted it
   * @param left called when asking is given up
   */
  Screen ask(Visitor visitor, Runnable granted, Runnable left);

  /**
   * Waiting for the answer to what was asked.
   *
   * @param granted called when the patient granted it
   * @param left called when waiting is given up
   */
  Screen wait(Visitor visitor, ConsentTerms terms, Runnable granted, Runnable left);

  /**
   * The open record.
   *
   * @param ask called when the patient is to be asked again, as their consent is over
   * @param ended called when the visit is over
   */
  Screen record(Visitor visitor, Runnable ask, Runnable ended);
}
