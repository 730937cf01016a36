package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.chartseal.services.claims.BillableServices;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.record.internal.ServiceCounter;
import org.chartseal.services.seal.ClinicalDate;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Counts what an organisation's own final entries of some years hold, so that an equal service of
 * the same day gets a name of its own (protocol §8.2).
 */
public final class RecordedServices {

  private final RecordReader reader;

  public RecordedServices(RecordReader reader) {
    this.reader = reader;
  }

  /**
   * The services in the organisation's own streams of the years in which the entries to be filed
   * are dated.
   *
   * <p>An entry that another one replaces is not counted: a service keeps its name when its entry
   * is corrected.
   *
   * @param generation the present generation of its streams of a class
   * @param corrected slots of what the entries to be filed replace
   * @throws RefusedException if the own entries cannot be read, or hold what cannot be understood
   */
  public EarlierServices before(
      OrganisationId organisation,
      PairStreams pair,
      ToIntFunction<SensitivityClass> generation,
      List<ParsedEntry> entries,
      Set<LedgerSlot> corrected)
      throws RefusedException {
    List<StreamAccess> streams = streams(organisation, pair, generation, years(entries));
    List<RecordEntry> own = new ArrayList<>();
    try {
      switch (reader.read(pair.patient(), streams, Progress.NONE, own::add)) {
        case RecordOutcome.Failed(var fault) -> throw new RefusedException(fault);
        case RecordOutcome.Stopped stopped ->
            throw new IllegalStateException("nobody asked to stop");
        case RecordOutcome.Opened opened -> {
          // What could not be read is not counted: the contract pays a service of one name once.
        }
      }
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
    Set<LedgerSlot> replaced = new HashSet<>(corrected);
    for (RecordEntry entry : own) {
      entry.replaces().map(it -> new LedgerSlot(organisation, it.slot())).ifPresent(replaced::add);
    }
    ServiceCounter counter = new ServiceCounter(EarlierServices.NONE);
    for (RecordEntry entry : own) {
      if (entry.content().isPresent() && !replaced.contains(entry.anchor().slot())) {
        counter.add(BillableServices.in(entry.content().get(), EarlierServices.NONE));
      }
    }
    return counter;
  }

  private static Set<Integer> years(List<ParsedEntry> entries) {
    Set<Integer> years = new TreeSet<>();
    for (ParsedEntry entry : entries) {
      ClinicalDate.utcYear(entry.date()).ifPresent(years::add);
    }
    return years;
  }

  private static List<StreamAccess> streams(
      OrganisationId organisation,
      PairStreams pair,
      ToIntFunction<SensitivityClass> generation,
      Set<Integer> years) {
    List<StreamAccess> streams = new ArrayList<>();
    for (SensitivityClass sensitivity : SensitivityClass.CLINICAL) {
      for (int g = 0; g <= generation.applyAsInt(sensitivity); g++) {
        for (int year : years) {
          streams.add(pair.stream(organisation, sensitivity, g, year));
        }
      }
    }
    return streams;
  }
}
