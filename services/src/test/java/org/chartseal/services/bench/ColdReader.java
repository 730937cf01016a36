package org.chartseal.services.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;

/** A process of its own that opens the record: its first opening is cold, the last is not. */
final class ColdReader {

  private ColdReader() {}

  /**
   * Takes a {@link ColdSpec} from its input; prints a line of times for each opening.
   *
   * @param args how many times to open
   */
  public static void main(String[] args) throws IOException, CertificateException {
    ColdSpec spec = ColdSpec.read(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (ColdOpening opening = new ColdOpening(spec)) {
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        System.out.println(opening.open(entry -> {}).text());
      }
    }
  }
}
