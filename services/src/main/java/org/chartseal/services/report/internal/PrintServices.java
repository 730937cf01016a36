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
}
