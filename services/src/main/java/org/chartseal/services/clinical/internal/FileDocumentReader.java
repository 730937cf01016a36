package org.chartseal.services.clinical.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Recognises a document by its first character, and reads it as what it claims to be. */
public final class FileDocumentReader implements DocumentReader {

  private final HardenedXml xml = new HardenedXml();
  private final CdaEntry cda = new CdaEntry();
  private final FhirFile fhir;
  private final FhirEntries entries = new FhirEntries(new ResourceDescriber());

  public FileDocumentReader(FhirLeafExtractor extractor) {
    JsonBytes text = new JsonBytes();
    this.fhir = new FhirFile(text, extractor, new FhirTree(text.factory()), new HapiCheck());
  }

  @Override
  public ReadResult read(DocumentSource source, Progress progress) {
    try {
      if (!progress.step(0, 0, "reading")) {
        return new ReadResult.Rejected(DocumentFaults.STOPPED);
      }
      byte[] bytes = SourceBytes.of(source);
      return switch (DocumentFormat.recognise(bytes)) {
        case DocumentFormat.Xml() -> cda(bytes);
        case DocumentFormat.Json(int from) ->
            fhir(Arrays.copyOfRange(bytes, from, bytes.length), progress);
        case DocumentFormat.Unknown(String guess) ->
            new ReadResult.Rejected(DocumentFaults.unknownFormat(guess));
      };
    } catch (RefusedException e) {
      return new ReadResult.Rejected(e.fault());
    }
  }

  private ReadResult cda(byte[] bytes) throws RefusedException {
    CdaDocument document = CdaDocument.read(xml, bytes);
    return new ReadResult.Parsed(List.of(cda.make(document, bytes)), Map.of());
  }

  private ReadResult fhir(byte[] json, Progress progress) throws RefusedException {
    FhirDocument document = fhir.read(json, progress);
    List<ParsedEntry> made = entries.make(document, json);
    return new ReadResult.Parsed(made, document.leftOut());
  }
}
