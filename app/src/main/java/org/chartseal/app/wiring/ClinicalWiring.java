package org.chartseal.app.wiring;

import org.chartseal.services.clinical.AuditEventResources;
import org.chartseal.services.clinical.BatchReader;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.NoteResources;
import org.chartseal.services.clinical.PatientMatcher;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.SummaryWriter;
import org.chartseal.services.clinical.internal.FhirLeafExtractor;
import org.chartseal.services.clinical.internal.FileDocumentReader;
import org.chartseal.services.clinical.internal.IpsSummaryWriter;
import org.chartseal.services.clinical.internal.JsonAuditEventResources;
import org.chartseal.services.clinical.internal.JsonConsentResources;
import org.chartseal.services.clinical.internal.JsonNoteResources;
import org.chartseal.services.clinical.internal.JsonRevocationResources;
import org.chartseal.services.clinical.internal.ParallelBatchReader;
import org.chartseal.services.clinical.internal.PlainContentViewer;
import org.chartseal.services.seal.LeafExtractor;

/** Reading documents, making resources, and showing both. */
public record ClinicalWiring(
    LeafExtractor extractor,
    DocumentReader documents,
    BatchReader batches,
    ContentViewer viewer,
    PatientMatcher matcher,
    ConsentResources consents,
    AuditEventResources audits,
    RevocationResources revocations,
    NoteResources notes,
    SummaryWriter summaries) {

  static ClinicalWiring make() {
    FhirLeafExtractor extractor = new FhirLeafExtractor();
    DocumentReader documents = new FileDocumentReader(extractor);
    return new ClinicalWiring(
        extractor,
        documents,
        new ParallelBatchReader(documents),
        new PlainContentViewer(),
        new PatientMatcher(),
        new JsonConsentResources(),
        new JsonAuditEventResources(),
        new JsonRevocationResources(),
        new JsonNoteResources(),
        new IpsSummaryWriter());
  }
}
