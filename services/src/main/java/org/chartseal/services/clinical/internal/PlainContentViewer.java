package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.EntryView.Line;
import org.chartseal.services.clinical.EntryView.Section;
import org.chartseal.services.clinical.internal.ResourceDescriber.Topic;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;

/** Shows contents without HAPI, which would take seconds to be ready. */
public final class PlainContentViewer implements ContentViewer {

  private final FhirTree trees = new FhirTree(new JsonBytes().factory());
  private final ResourceDescriber describer = new ResourceDescriber();
  private final HardenedXml xml = new HardenedXml();

  @Override
  public EntryOutcome entry(Content content) {
    Map<Topic, List<Line>> byTopic = new EnumMap<>(Topic.class);
    try {
      for (Part part : content.parts(PartRole.RESOURCE)) {
        JsonNode resource = trees.read(part.bytes());
        byTopic
            .computeIfAbsent(describer.topic(resource), topic -> new ArrayList<>())
            .addAll(describer.lines(resource));
      }
    } catch (RefusedException e) {
      return new EntryOutcome.NotShown(e.fault());
    }
    List<Section> sections = new ArrayList<>();
    byTopic.forEach((topic, lines) -> sections.add(new Section(topic.title(), lines)));
    return new EntryOutcome.Shown(new EntryView(sections));
  }

  @Override
  public DocumentOutcome document(Content content) {
    Optional<Part> original = content.original();
    if (original.isEmpty() || !original.get().mediaType().equals(CdaEntry.CDA_XML)) {
      return new DocumentOutcome.Nothing();
    }
    try {
      return new DocumentOutcome.Shown(CdaDocument.read(xml, original.get().bytes()).view());
    } catch (RefusedException e) {
      return new DocumentOutcome.NotShown(e.fault());
    }
  }
}
