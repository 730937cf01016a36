package org.chartseal.services.record.internal;

import java.text.Normalizer;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;

/**
 * Who wrote an entry.
 *
 * @param name on their trusted certificate, or on the patient's card; what the entry itself says
 *     where there is neither
 * @param check of that certificate or card
 */
record Author(String name, CheckResult check) {

  /** One whose name is proven; the entry's own word is given beside it where it is another. */
  static Author of(String proven, String said, String reason) {
    boolean same = plain(proven).equals(plain(said));
    return new Author(
        proven,
        CheckResult.passed(
            Check.CERTIFICATE,
            same ? reason : reason + " The entry itself calls its author \"" + said + "\"."));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }
}
