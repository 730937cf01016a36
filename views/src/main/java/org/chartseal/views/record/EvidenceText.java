package org.chartseal.views.record;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.chartseal.services.record.CheckResult;
import org.chartseal.views.kit.text.Texts;

/** The evidence of a verdict as text, to be passed on; it holds nothing of the content. */
final class EvidenceText {

  private final Texts texts;

  EvidenceText(Texts texts) {
    this.texts = texts;
  }

  /** Puts it on the clipboard. */
  void copy(RecordItem item) {
    ClipboardContent content = new ClipboardContent();
    content.putString(of(item));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private String of(RecordItem item) {
    StringBuilder text = new StringBuilder();
    line(text, "evidence.entry", item.name());
    line(text, "evidence.slot", item.entry().anchor().slot().slot().value().hex());
    line(text, "evidence.anchored", item.entry().anchor().word().anchoredAt().toString());
    item.entry()
        .reference()
        .ifPresent(reference -> {
          line(text, "evidence.manifest", reference.digests().manifestDigest().hex());
          line(text, "evidence.root", reference.digests().contentRoot().hex());
        });
    for (CheckResult check : item.entry().verdict().checks()) {
      text.append(check.check().name())
          .append(' ')
          .append(check.status().name())
          .append(": ")
          .append(check.reason())
          .append('\n');
    }
    return text.toString();
  }

  private void line(StringBuilder text, String key, String value) {
    text.append(texts.get(key)).append(": ").append(value).append('\n');
  }
}
