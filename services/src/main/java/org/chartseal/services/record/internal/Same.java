package org.chartseal.services.record.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;

/**
 * Keeps equal values of one opening once: thousands of entries have few authors, and few different
 * verdicts. Safe for several threads.
 */
final class Same {

  private final Map<Object, Object> values = new ConcurrentHashMap<>();
  private final Map<List<CheckResult>, Verdict> verdicts = new ConcurrentHashMap<>();

  /** The value that was given first of those that are equal. */
  @SuppressWarnings("unchecked") // equal values of one class
  <T> T as(T value) {
    return (T) values.computeIfAbsent(value, first -> first);
  }

  Verdict verdict(List<CheckResult> checks) {
    return verdicts.computeIfAbsent(checks, Verdict::new);
  }

  EntryDescription description(EntryDescription entry) {
    Map<String, String> summary = new HashMap<>();
    entry.summary().forEach((key, text) -> summary.put(as(key), as(text)));
    return new EntryDescription(
        entry.kind(),
        as(entry.subject()),
        as(entry.organisation()),
        as(entry.author()),
        as(entry.authorName()),
        as(entry.date()),
        entry.recorded(),
        as(entry.title()),
        summary,
        as(entry.certificates()));
  }
}
