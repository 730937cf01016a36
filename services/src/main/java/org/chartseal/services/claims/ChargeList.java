package org.chartseal.services.claims;

import java.io.IOException;
import java.io.InputStream;
import java.util.Currency;
import java.util.Optional;
import org.chartseal.services.claims.internal.CsvTable;
import org.chartseal.services.claims.internal.ServiceTable;
import org.chartseal.services.claims.internal.TableException;
import org.chartseal.services.claims.internal.Utf8;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/** A hospital's charges from a table with the columns of a rule pack's {@code services.csv}. */
public final class ChargeList implements PriceSource {

  private static final String SAMPLE = "/rulepacks/sample-charges.csv";

  private final ServiceTable table;

  private ChargeList(ServiceTable table) {
    this.table = table;
  }

  /**
   * Reads a table.
   *
   * @throws RefusedException CS-CLAIM-05 if it cannot be used
   */
  public static ChargeList read(byte[] csv, Currency currency) throws RefusedException {
    try {
      String name = "charges";
      return new ChargeList(new ServiceTable(CsvTable.parse(name, Utf8.read(name, csv)), currency));
    } catch (TableException e) {
      throw new RefusedException(
          new Fault("CS-CLAIM-05", "The list of charges cannot be used: " + e.getMessage() + "."));
    }
  }

  /** The charges of the sample hospitals, in US dollars. */
  public static ChargeList sample() {
    try (InputStream in = ChargeList.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("the product lacks its sample charges");
      }
      return read(in.readAllBytes(), Currency.getInstance("USD"));
    } catch (IOException | RefusedException e) {
      throw new IllegalStateException("the sample charges cannot be read", e);
    }
  }

  @Override
  public Optional<Money> price(RecordedService service) {
    return table.terms(service.category(), service.code(), service.day()).price();
  }
}
