package org.chartseal.services.consent;

import java.util.List;
import org.chartseal.services.outbox.QueueMark;

/**
 * What a patient agreed with everyone.
 *
 * @param books one for each organisation in the patient's index
 * @param readFrom how far the outbox was before they were read
 */
public record PatientBooks(List<PairBook> books, QueueMark readFrom) implements AutoCloseable {

  public PatientBooks {
    books = List.copyOf(books);
  }

  /** Requests that wait for an answer, oldest first for each organisation. */
  public List<Ask> open() {
    return books.stream()
        .flatMap(book -> book.asks().stream())
        .filter(ask -> !ask.answered())
        .toList();
  }

  /** All grants, of every status. */
  public List<Grant> grants() {
    return books.stream().flatMap(book -> book.grants().stream()).toList();
  }

  @Override
  public void close() {
    books.forEach(PairBook::close);
  }
}
