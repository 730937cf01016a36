package org.chartseal.services.report.internal;

import java.util.List;
import java.util.Optional;
import javax.print.PrintService;

/** Where printers are found. */
public interface PrintServices {

  /** All that can take pages. */
  List<PrintService> all();

  /** The one that is taken unless another is chosen. */
  Optional<PrintService> usual();

  /** What takes a PDF as it is; nothing where the JDK itself hands over pages from memory. */
  default Optional<LpCommand> command() {
    return Optional.empty();
  }
}
