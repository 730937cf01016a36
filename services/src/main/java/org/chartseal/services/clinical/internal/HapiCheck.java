package org.chartseal.services.clinical.internal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import org.chartseal.services.seal.RefusedException;

/**
 * Parses with HAPI, strictly, what is about to be taken into a record: dates that are dates, codes
 * that FHIR's required lists have.
 *
 * <p>The first use takes seconds, since HAPI then builds its model.
 */
final class HapiCheck {

  /**
   * @param path where the resource stands in the document, for the fault
   */
  void check(byte[] resourceJson, String path) throws RefusedException {
    IParser parser = FhirContext.forR4Cached().newJsonParser();
    parser.setParserErrorHandler(new NamingHandler());
    try {
      parser.parseResource(new String(resourceJson, StandardCharsets.UTF_8));
    } catch (InvalidElement e) {
      throw new RefusedException(
          DocumentFaults.invalidValue("The element " + e.element + " in " + path));
    } catch (DataFormatException | IllegalArgumentException e) {
      // HAPI's message may quote the value.
      throw new RefusedException(DocumentFaults.invalidValue(path));
    }
  }

  /** As strict as HAPI's own, and keeps the element's name. */
  private static final class NamingHandler extends StrictErrorHandler {
    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
      if (location == null || location.getParentElementName() == null) {
        super.invalidValue(location, value, error);
      } else {
        throw new InvalidElement(DocumentFaults.safe(location.getParentElementName()));
      }
    }
  }

  /** Carries the name through HAPI. */
  private static final class InvalidElement extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String element;

    InvalidElement(String element) {
      super(element);
      this.element = element;
    }
  }
}
