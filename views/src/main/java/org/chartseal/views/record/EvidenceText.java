package org.chartseal.views.record;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.chartseal.services.record.CheckResult;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ReasonText;
import org.chartseal.views.kit.verdict.VerdictWords;

/** The evidence of a verdict as text, to be passed on; it holds nothing of the content. */
final class EvidenceText {

  private final Texts texts;
  private final VerdictWords words;
  private final ReasonText reasons;

  EvidenceText(Kit kit) {
    this.texts = kit.texts(EvidenceText.class);
    this.words = new VerdictWords(kit.localisation());
    this.reasons = new ReasonText(kit.localisation());
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
      text.append(words.check(check.check()))
          .append(" – ")
          .append(words.status(check.status()))
          .append(": ")
          .append(reasons.of(check))
          .append('\n');
    }
    return text.toString();
  }

  private void line(StringBuilder text, String key, String value) {
    text.append(texts.get(key)).append(": ").append(value).append('\n');
  }
}
