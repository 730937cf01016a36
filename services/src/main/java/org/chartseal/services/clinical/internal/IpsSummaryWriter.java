package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.services.clinical.EntryView.Line;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.clinical.SummaryRequest;
import org.chartseal.services.clinical.SummaryRequest.Completeness;
import org.chartseal.services.clinical.SummaryRequest.Source;
import org.chartseal.services.clinical.SummaryWriter;
import org.chartseal.services.clinical.internal.SummaryResources.Named;
import org.chartseal.services.seal.RefusedException;

/** Makes the summary as plain JSON, so that every decimal keeps the digits that were signed. */
public final class IpsSummaryWriter implements SummaryWriter {

  private static final String PROFILES = "http://hl7.org/fhir/uv/ips/StructureDefinition/";
  private static final String LOINC = "http://loinc.org";
  private static final String URI = "urn:ietf:rfc:3986";
  private static final String EMPTY = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
  private static final String AGENT =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  private final FhirJson json = new FhirJson();
  private final ResourceDescriber describer = new ResourceDescriber();

  @Override
  public PatientSummary write(SummaryRequest request) throws RefusedException {
    String seed = request.made() + "\n" + request.block();
    String patient = SummaryResources.uuid("patient\n" + seed);
    String device = SummaryResources.uuid("device\n" + seed);
    SummaryResources resources = new SummaryResources(patient);
    for (Source source : request.sources()) {
      resources.add(source);
    }
    List<Named> resolved = resources.resolved();
    ArrayNode entries = json.array();
    String composition = SummaryResources.uuid("composition\n" + seed);
    Map<Source, List<Named>> bySource =
        resolved.stream()
            .collect(Collectors.groupingBy(Named::source, LinkedHashMap::new, Collectors.toList()));
    add(
        entries,
        composition,
        composition(
            standing(request, bySource.size()), request, composition, patient, device, resources));
    add(entries, patient, new SummaryPatient(json).resource(request.patient(), id(patient)));
    add(entries, device, device(id(device)));
    for (Named named : resolved) {
      add(entries, named.fullUrl(), named.tree());
    }
    bySource.forEach((source, targets) -> {
      String url = SummaryResources.uuid("provenance\n" + source.name());
      add(entries, url, provenance(request, source, targets, id(url)));
    });
    ObjectNode bundle = json.resource("Bundle", id(SummaryResources.uuid("bundle\n" + seed)));
    bundle.set("meta", profile("Bundle-uv-ips"));
    bundle.set("identifier", json.identifier(URI, SummaryResources.uuid("document\n" + seed)));
    bundle.put("type", "document");
    bundle.put("timestamp", json.time(request.made()));
    bundle.set("entry", entries);
    return new PatientSummary(
        json.bytes(bundle),
        bySource.size(),
        request.sources().size() - bySource.size(),
        request.leftOut());
  }

  private ObjectNode composition(
      String standing,
      SummaryRequest request,
      String url,
      String patient,
      String device,
      SummaryResources resources) {
    ObjectNode composition = json.resource("Composition", id(url));
    composition.set("meta", profile("Composition-uv-ips"));
    composition.set("text", json.narrative(standing));
    composition.put("status", "final");
    composition.set("type", json.concept(LOINC, "60591-5", "Patient summary Document"));
    composition.set("subject", json.object().put("reference", patient));
    composition.put("date", json.time(request.made()));
    composition.set("author", json.array(json.object().put("reference", device)));
    composition.put("title", "International Patient Summary");
    Map<IpsSection, List<Named>> bySection = new EnumMap<>(IpsSection.class);
    for (Named named : resources.sectioned()) {
      IpsSection.of(named.tree())
          .ifPresent(
              section -> bySection.computeIfAbsent(section, any -> new ArrayList<>()).add(named));
    }
    ArrayNode sections = json.array();
    for (IpsSection section : IpsSection.values()) {
      List<Named> held = bySection.getOrDefault(section, List.of());
      if (section.isRequired() || !held.isEmpty()) {
        sections.add(section(section, held));
      }
    }
    composition.set("section", sections);
    return composition;
  }

  private ObjectNode section(IpsSection section, List<Named> held) {
    ObjectNode node = json.object().put("title", section.title());
    node.set("code", json.concept(LOINC, section.code(), section.display()));
    if (held.isEmpty()) {
      // That nothing was granted does not say that there is nothing.
      node.set("text", json.narrative("No information available in what was granted."));
      ObjectNode reason = json.concept(EMPTY, "unavailable", "Unavailable");
      node.set("emptyReason", reason);
      return node;
    }
    List<String> lines = new ArrayList<>();
    ArrayNode entries = json.array();
    for (Named named : held) {
      describer.lines(named.tree()).forEach(line -> lines.add(words(line)));
      entries.add(json.object().put("reference", named.fullUrl()));
    }
    node.set("text", json.narrative(String.join("\n", lines)));
    node.set("entry", entries);
    return node;
  }

  private static String words(Line line) {
    return Stream.of(line.label(), line.value(), line.status(), line.date())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" · "))
        .replace('\n', ' ');
  }

  private static String standing(SummaryRequest request, int entries) {
    String read =
        request.completeness() == Completeness.COMPLETE
            ? "Everything that was granted was read."
            : "Not everything that was granted could be read.";
    return "Made of %d proven entries of what was granted, at block %d.%n%s%nLeft out: %d proven entries that hold nothing for these sections, and %d that are not proven."
        .formatted(
            entries, request.block(), read, request.sources().size() - entries, request.leftOut());
  }

  private ObjectNode device(String id) {
    ObjectNode device = json.resource("Device", id);
    device.set(
        "deviceName", json.array(json.object().put("name", "Chartseal").put("type", "model-name")));
    return device;
  }

  /** Where resources come from: the entry, its block, its place on the ledger, what proves it. */
  private ObjectNode provenance(
      SummaryRequest request, Source source, List<Named> targets, String id) {
    ObjectNode provenance = json.resource("Provenance", id);
    ArrayNode target = json.array();
    targets.forEach(named -> target.add(json.object().put("reference", named.fullUrl())));
    provenance.set("target", target);
    provenance.put("recorded", json.time(source.anchored()));
    ObjectNode agent = json.object();
    agent.set("type", json.concept(AGENT, "author", "Author"));
    agent.set(
        "who",
        json.object()
            .put("display", source.author().isEmpty() ? source.organisation() : source.author()));
    agent.set("onBehalfOf", json.object().put("display", source.organisation()));
    provenance.set("agent", json.array(agent));
    provenance.set(
        "entity",
        json.array(
            entity("urn:chartseal:entry", source.name()),
            entity(URI, "ipfs://" + source.cid()),
            entity("urn:chartseal:slot", source.slot()),
            entity("urn:chartseal:block", Long.toString(request.block()))));
    return provenance;
  }

  private ObjectNode entity(String system, String value) {
    ObjectNode entity = json.object().put("role", "source");
    ObjectNode what = json.object();
    what.set("identifier", json.identifier(system, value));
    entity.set("what", what);
    return entity;
  }

  private ObjectNode profile(String name) {
    ObjectNode meta = json.object();
    meta.set("profile", json.object().arrayNode().add(PROFILES + name));
    return meta;
  }

  private void add(ArrayNode entries, String fullUrl, ObjectNode resource) {
    ObjectNode entry = json.object().put("fullUrl", fullUrl);
    entry.set("resource", resource);
    entries.add(entry);
  }

  private static String id(String url) {
    return url.substring("urn:uuid:".length());
  }
}
