package org.chartseal.views.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The places that a rail can have. */
public enum Place {
  VISIT,
  SIGN,
  INBOX,
  QUEUE,
  DECIDED,
  SETTLEMENT,
  RULES,
  REQUESTS,
  MY_RECORD,
  SHARING,
  WHO_LOOKED,
  SETTINGS;

  /** Stable, for settings and tests. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Ikon icon() {
    return switch (this) {
      case VISIT -> Material2AL.EVENT_SEAT;
      case SIGN -> Material2AL.CREATE;
      case INBOX -> Material2AL.INBOX;
      case QUEUE -> Material2AL.LIST;
      case DECIDED -> Material2AL.FACT_CHECK;
      case SETTLEMENT -> Material2AL.ACCOUNT_BALANCE_WALLET;
      case RULES -> Material2AL.GAVEL;
      case REQUESTS -> Material2AL.HOW_TO_REG;
      case MY_RECORD -> Material2AL.FAVORITE_BORDER;
      case SHARING -> Material2MZ.SHARE;
      case WHO_LOOKED -> Material2MZ.VISIBILITY;
      case SETTINGS -> Material2MZ.SETTINGS;
    };
  }
}
