package org.chartseal.services.clinical;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.clinical.DocumentView.Coded;

/**
 * Keeps equal texts of one opened record once: a hundred thousand results are of a few hundred
 * tests, with few values and dates. Safe for several threads.
 */
public final class SharedLines {

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<Coded, Coded> codes = new ConcurrentHashMap<>();

  /** The same statements, of which only the type of its resource is named. */
  public List<EntryView.Line> of(List<EntryView.Line> lines) {
    return lines.stream().map(this::of).toList();
  }

  private EntryView.Line of(EntryView.Line line) {
    return new EntryView.Line(
        text(line.type()),
        text(line.label()),
        text(line.value()),
        text(line.range()),
        text(line.status()),
        text(line.date()),
        codes.computeIfAbsent(line.code(), first -> first));
  }

  private String text(String text) {
    return texts.computeIfAbsent(text, first -> first);
  }
}
