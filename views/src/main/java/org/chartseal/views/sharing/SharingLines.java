package org.chartseal.views.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.sharing.SharingDesk.Share;

/** The consents as lines of a table for other programs: times as machines write them. */
final class SharingLines {

  private final Texts texts;
  private final ConsentWords words;

  SharingLines(Kit kit) {
    this.texts = kit.texts(SharingLines.class);
    this.words = new ConsentWords(kit);
  }

  List<List<String>> of(List<Share> shares) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            texts.get("column.who"),
            texts.get("column.state"),
            texts.get("column.purpose"),
            texts.get("column.classes"),
            texts.get("column.years"),
            texts.get("column.from"),
            texts.get("column.until")));
    for (Share share : shares) {
      lines.add(
          List.of(
              share.terms().grantee().display(),
              texts.get(state(share.status())),
              words.purpose(share.terms().purpose()),
              share.terms().classes().stream().map(words::clazz).collect(Collectors.joining(", ")),
              share.terms().years().stream()
                  .map(year -> Integer.toString(year))
                  .collect(Collectors.joining(" ")),
              share.terms().from().toString(),
              share.terms().until().toString()));
    }
    return lines;
  }

  /** The text that says how a consent stands. */
  static String state(GrantStatus status) {
    return switch (status) {
      case GrantStatus.Valid valid -> "state.valid";
      case GrantStatus.NotYet notYet -> "state.not_yet";
      case GrantStatus.Expired expired -> "state.expired";
      case GrantStatus.Revoked revoked -> "state.revoked";
      case GrantStatus.Unknown unknown -> "state.unknown";
    };
  }
}
