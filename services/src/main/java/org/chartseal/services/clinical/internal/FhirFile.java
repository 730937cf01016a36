package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chartseal.services.clinical.internal.BundleSlices.Slice;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Reads a FHIR R4 JSON file into checked resources. */
final class FhirFile {

  private static final String BUNDLE = "Bundle";

  /** Money and messages: not part of anybody's health. */
  private static final Set<String> NOT_CLINICAL =
      Set.of(
          "Account",
          "Bundle",
          "ChargeItem",
          "Claim",
          "ClaimResponse",
          "Contract",
          "Coverage",
          "CoverageEligibilityRequest",
          "CoverageEligibilityResponse",
          "EnrollmentRequest",
          "EnrollmentResponse",
          "ExplanationOfBenefit",
          "InsurancePlan",
          "Invoice",
          "MessageHeader",
          "OperationOutcome",
          "Parameters",
          "PaymentNotice",
          "PaymentReconciliation",
          "Subscription");

  private final JsonBytes text;
  private final FhirLeafExtractor extractor;
  private final FhirTree trees;
  private final HapiCheck hapi;
  private final ResourceIds ids;

  FhirFile(JsonBytes text, FhirLeafExtractor extractor, FhirTree trees, HapiCheck hapi) {
    this.text = text;
    this.extractor = extractor;
    this.trees = trees;
    this.hapi = hapi;
    this.ids = new ResourceIds(text);
  }

  FhirDocument read(byte[] json, Progress progress) throws RefusedException {
    new JsonSyntax(text).check(json);
    String type = rootType(json);
    if (type.isEmpty()) {
      throw new RefusedException(DocumentFaults.NO_RESOURCE);
    }
    if (!type.equals(BUNDLE)) {
      return new Reader("", "", progress).read(List.of(new Slice(0, "", json)));
    }
    BundleSlices bundle = BundleSlices.cut(text, json);
    hapi.check(bundle.envelope(), BUNDLE);
    return new Reader(bundle.type(), bundle.timestamp(), progress).read(bundle.slices());
  }

  private String rootType(byte[] json) throws RefusedException {
    try (JsonParser parser = text.parser(json)) {
      return ResourceIdentity.read(parser).type();
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.NO_RESOURCE);
    }
  }

  /** Reads the resources of one file. */
  private final class Reader {

    private final String bundleType;
    private final String timestamp;
    private final Progress progress;
    private final Map<String, String> replacements = new HashMap<>();
    private final Map<String, ImportedResource> read = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final ReferenceIndex index = new ReferenceIndex();

    Reader(String bundleType, String timestamp, Progress progress) {
      this.bundleType = bundleType;
      this.timestamp = timestamp;
      this.progress = progress;
    }

    FhirDocument read(List<Slice> slices) throws RefusedException {
      List<ResourceIdentity> identities = new ArrayList<>();
      for (Slice slice : slices) {
        ResourceIdentity identity = ids.identity(slice.json(), slice.fullUrl());
        identities.add(identity);
        String replacement = ResourceIds.replacement(slice.fullUrl(), identity);
        if (!replacement.isEmpty()) {
          replacements.put(slice.fullUrl(), replacement);
        }
      }
      for (int i = 0; i < slices.size(); i++) {
        if (!progress.step(i, slices.size(), "resources")) {
          throw new RefusedException(DocumentFaults.STOPPED);
        }
        read(slices.get(i), identities.get(i));
      }
      if (read.isEmpty()) {
        throw new RefusedException(DocumentFaults.NOTHING_CLINICAL);
      }
      return new FhirDocument(bundleType, timestamp, List.copyOf(read.values()), index, leftOut);
    }

    private void read(Slice slice, ResourceIdentity identity) throws RefusedException {
      String path =
          bundleType.isEmpty() && slice.fullUrl().isEmpty() ? "The resource" : slice.path();
      if (identity.type().isEmpty()) {
        throw new RefusedException(
            DocumentFaults.wrongKind(path, "a resource with its resourceType"));
      }
      byte[] json = ids.complete(slice.json(), identity, replacements);
      WalkedResource walked = extractor.walk(json);
      hapi.check(json, path);
      if (NOT_CLINICAL.contains(walked.type())) {
        leftOut.merge(walked.type(), 1, Integer::sum);
        return;
      }
      ImportedResource resource = new ImportedResource(walked, json, trees.read(json));
      ImportedResource before = read.putIfAbsent(resource.ref(), resource);
      if (before != null && !Arrays.equals(before.json(), json)) {
        throw new RefusedException(DocumentFaults.twoResourcesOneId(path));
      }
      index.add(slice.fullUrl(), resource);
    }
  }
}
