package org.chartseal.services.report;

import java.util.List;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Puts pages on paper. This program itself writes nothing of them to a disk; a queue may. */
public interface ReportPrinter {

  /** It was stopped on the way. */
  Fault STOPPED =
      new Fault(
          "CS-PRINT-03",
          "Printing was stopped. Look at the printer: what it had taken before may still come out.");

  /**
   * A printer of this machine.
   *
   * @param name by which the system knows it
   * @param usual whether it is the one that is taken unless another is chosen
   */
  record Printer(String name, boolean usual) {}

  /** The printers there are now, the usual one first. It takes time: the system is asked. */
  List<Printer> printers();

  /**
   * Hands pages to a printer.
   *
   * @param pdf as a {@link ReportWriter} made it
   * @param copies at least one
   * @param progress told of every page; asked whether to go on
   * @throws RefusedException if the printer is not there any more or did not take them, or it was
   *     stopped
   */
  void print(Printer printer, byte[] pdf, int copies, Progress progress) throws RefusedException;
}
