package org.chartseal.views.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;

/** A desk at which nothing is signed, nothing else is written, and the consent holds. */
abstract class QuietDesk implements RecordDesk {

  @Override
  public Optional<Fault> over(Visitor visitor) throws RefusedException {
    return Optional.empty();
  }

  @Override
  public Coming coming(Visitor visitor) {
    return new Coming(0, 0);
  }

  @Override
  public Opened more(Visitor visitor, Source source, Progress progress, Consumer<RecordItem> sink)
      throws RefusedException {
    return SampleRecords.complete();
  }

  @Override
  public void taken(List<RecordItem> batch) {
    // Nothing is read on.
  }

  @Override
  public void takenAll() {
    // Nothing is read on.
  }

  @Override
  public PatientSummary summary(Visitor visitor, Progress progress) {
    return new PatientSummary(new byte[] {'{', '}'}, 1, 0, 0);
  }
}
