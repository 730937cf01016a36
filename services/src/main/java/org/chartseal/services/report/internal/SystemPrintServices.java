package org.chartseal.services.report.internal;

import java.util.List;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/** The printers that the system knows. */
public final class SystemPrintServices implements PrintServices {

  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  @Override
  public List<PrintService> all() {
    return List.of(
        PrintServiceLookup.lookupPrintServices(DocFlavor.SERVICE_FORMATTED.PAGEABLE, null));
  }

  @Override
  public Optional<LpCommand> command() {
    return WINDOWS ? Optional.empty() : Optional.of(new LpCommand(List.of("lp")));
  }

  @Override
  public Optional<PrintService> usual() {
    return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
  }
}
