package org.chartseal.services.report.internal;

import java.util.List;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/** The printers that the system knows. */
public final class SystemPrintServices implements PrintServices {

  @Override
  public List<PrintService> all() {
    return List.of(
        PrintServiceLookup.lookupPrintServices(DocFlavor.SERVICE_FORMATTED.PAGEABLE, null));
  }

  @Override
  public Optional<PrintService> usual() {
    return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
  }
}
