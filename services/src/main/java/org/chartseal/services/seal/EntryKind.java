package org.chartseal.services.seal;

import java.util.Locale;

/** What an entry is (§3.1). */
public enum EntryKind {
  DOCUMENT,
  NOTE,
  ENCOUNTER,
  BACKGROUND,
  REQUEST,
  GRANT,
  REFUSAL,
  RELATION,
  ADVANCE,
  END,
  RECEIPT,
  CLAIM,
  DECISION,
  EOB,
  VOID;

  /** The word that stands in the manifest. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryKind parse(String code) throws RefusedException {
    for (EntryKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new RefusedException(Faults.MALFORMED_MANIFEST);
  }
}
