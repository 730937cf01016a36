package org.chartseal.app.cli;

import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;

/** Finds requests that wait for their answer. */
final class OpenAsks {

  private OpenAsks() {}

  static Ask find(PatientBooks books, String id) throws CommandFailure {
    return books.open().stream()
        .filter(ask -> ask.terms().id().equals(id))
        .findFirst()
        .orElseThrow(OpenAsks::none);
  }

  static CommandFailure none() {
    return CommandFailure.usage(
        "CS-USE-11",
        "No request of that name waits for an answer. 'chartseal consent list' shows what was asked.");
  }
}
