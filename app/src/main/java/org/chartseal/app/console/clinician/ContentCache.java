package org.chartseal.app.console.clinician;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Part;

/**
 * The decrypted contents that were used last, up to a number of bytes, so that a large record does
 * not stay in memory whole. It goes with the session.
 */
final class ContentCache {

  private final long capacity;
  private final Map<String, Content> contents = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param capacity in bytes of content
   */
  ContentCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized void put(String name, Content content) {
    Content before = contents.put(name, content);
    bytes += size(content) - (before == null ? 0 : size(before));
    Iterator<Content> oldest = contents.values().iterator();
    while (bytes > capacity && oldest.hasNext()) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
  }

  synchronized Optional<Content> find(String name) {
    return Optional.ofNullable(contents.get(name));
  }

  synchronized void clear() {
    contents.clear();
    bytes = 0;
  }

  private static long size(Content content) {
    return content.parts().stream().mapToLong(ContentCache::size).sum();
  }

  private static long size(Part part) {
    return part.bytes().length;
  }
}
