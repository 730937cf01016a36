package org.chartseal.views.claim;

import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.seal.Leaf;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** What a shown element is, in words: whose record, which service, on which day. */
final class ElementWords {

  private static final String SUBJECT = "/subject";
  private static final String NULLIFIER = "/nullifier";

  private final Kit kit;
  private final Texts texts;

  ElementWords(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(ElementWords.class);
  }

  /** What an element of a line says. */
  private enum Kind {
    PATIENT,
    HEAD,
    NAME,
    CODE,
    SYSTEM,
    DAY,
    OTHER
  }

  String name(ServiceLine line, Leaf leaf) {
    return texts.word("element", kind(line, leaf));
  }

  String value(ServiceLine line, Leaf leaf) {
    return switch (kind(line, leaf)) {
      case PATIENT -> texts.get("element.value.patient");
      case HEAD -> resource(leaf.resource());
      case NAME -> texts.get("element.value.name");
      case CODE -> texts.get("element.value.code", leaf.value(), line.display());
      case DAY -> kit.formats().day(line.day());
      case SYSTEM, OTHER -> leaf.value();
    };
  }

  private String resource(String resource) {
    String type = resource.substring(0, Math.max(0, resource.indexOf('/')));
    String key = "element.kind." + type;
    return texts.has(key) ? texts.get(key) : type;
  }

  private static Kind kind(ServiceLine line, Leaf leaf) {
    if (leaf.resource().isEmpty() && leaf.pointer().equals(SUBJECT)) {
      return Kind.PATIENT;
    }
    if (leaf.isHead()) {
      return Kind.HEAD;
    }
    if (leaf.pointer().endsWith(NULLIFIER)) {
      return Kind.NAME;
    }
    if (leaf.value().equals(line.code().code())) {
      return Kind.CODE;
    }
    if (leaf.value().equals(line.code().system())) {
      return Kind.SYSTEM;
    }
    return leaf.value().startsWith(line.day().toString()) ? Kind.DAY : Kind.OTHER;
  }
}
