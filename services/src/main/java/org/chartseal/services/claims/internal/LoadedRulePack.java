package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.Plan;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RuleReference;
import org.chartseal.services.claims.ServiceCategory;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.claims.ServiceTerms;
import org.chartseal.services.claims.SharePart;
import org.chartseal.services.claims.TableRow;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/**
 * A rule pack read from its archive and checked as a whole, so that adjudication meets no broken
 * table.
 */
public final class LoadedRulePack implements RulePack {

  /** Key of the text for what no rule fits. */
  public static final String NO_RULE = "no-rule";

  private final PackId id;
  private final String title;
  private final Currency currency;
  private final Map<String, Plan> plans;
  private final ServiceTable services;
  private final DecisionTable lines;
  private final DecisionTable sharing;
  private final Map<SharePart, AdjustmentReason> reasons;
  private final Map<String, Map<String, String>> texts;

  private LoadedRulePack(byte[] archive) throws TableException {
    Map<String, byte[]> files = PackArchive.read(archive);
    JsonNode manifest = PackManifest.read(files.get(PackArchive.MANIFEST));
    id =
        new PackId(
            PackManifest.text(manifest, "id"),
            PackManifest.text(manifest, "version"),
            Digests.sha256(archive));
    title = PackManifest.text(manifest, "title");
    currency = PackManifest.currency(manifest);
    plans = readPlans(table(files, PackArchive.PLANS));
    services = new ServiceTable(table(files, PackArchive.SERVICES), currency);
    lines =
        DecisionTable.compile(table(files, PackArchive.LINES), LineFacts.NAMES, LineFacts.OUTPUTS);
    sharing =
        DecisionTable.compile(
            table(files, PackArchive.SHARING), SharingFacts.NAMES, SharingFacts.OUTPUTS);
    reasons = readReasons(table(files, PackArchive.REASONS));
    texts = readTexts(table(files, PackArchive.TEXTS));
    checkLineOutputs();
    checkSharingOutputs();
  }

  /** Reads an archive. */
  public static RulePack load(byte[] archive) throws RefusedException {
    try {
      return new LoadedRulePack(archive);
    } catch (TableException e) {
      throw unusable(e);
    }
  }

  /** Says that a pack cannot be used, and why. */
  public static RefusedException unusable(TableException why) {
    return new RefusedException(
        new Fault(
            "CS-RULE-01",
            "The rule pack cannot be used: "
                + why.getMessage()
                + ". Ask its publisher for a sound one."));
  }

  @Override
  public PackId id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Currency currency() {
    return currency;
  }

  @Override
  public List<Plan> plans() {
    return List.copyOf(plans.values());
  }

  @Override
  public Optional<Plan> plan(String plan) {
    return Optional.ofNullable(plans.get(plan));
  }

  @Override
  public ServiceTerms terms(ServiceCategory category, ServiceCode code, LocalDate day) {
    return services.terms(category, code, day);
  }

  @Override
  public Optional<TableRow> lineRule(Map<String, String> facts) {
    return lines.decide(facts);
  }

  @Override
  public Optional<TableRow> sharingRule(Map<String, String> facts) {
    return sharing.decide(facts);
  }

  @Override
  public Optional<TableRow> row(RuleReference rule) {
    return Stream.of(lines, sharing)
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.table().equals(rule.table()) && row.rule().equals(rule.rule()))
        .findFirst();
  }

  @Override
  public AdjustmentReason reason(SharePart part) {
    AdjustmentReason reason = reasons.get(part);
    if (reason == null) {
      throw new IllegalStateException("every part has its reason, which was checked on reading");
    }
    return reason;
  }

  @Override
  public String text(String key, Locale language) {
    Map<String, String> translations = texts.getOrDefault(key, Map.of());
    String text = translations.getOrDefault(language.getLanguage(), "");
    return text.isEmpty() ? translations.getOrDefault("en", "") : text;
  }

  private static CsvTable table(Map<String, byte[]> files, String name) throws TableException {
    return CsvTable.parse(name, Utf8.read(name, files.getOrDefault(name, new byte[0])));
  }

  private Map<String, Plan> readPlans(CsvTable table) throws TableException {
    table.requireColumns(
        List.of(
            "plan", "title", "kind", "deductible", "copay", "payer-rate", "out-of-pocket-limit"));
    Map<String, Plan> read = new LinkedHashMap<>();
    for (Map<String, String> row : table.rows()) {
      Cells cells = new Cells(table.name(), row);
      Plan plan =
          new Plan(
              cells.text("plan"),
              cells.text("title"),
              cells.text("kind"),
              cells.money("deductible", currency),
              cells.money("copay", currency),
              cells.rate("payer-rate"),
              cells.money("out-of-pocket-limit", currency));
      if (read.put(plan.id(), plan) != null) {
        throw cells.wrong("plan");
      }
    }
    return read;
  }

  private static Map<SharePart, AdjustmentReason> readReasons(CsvTable table)
      throws TableException {
    table.requireColumns(List.of("part", "group", "carc", "rarc"));
    Map<String, AdjustmentReason> byWord = new HashMap<>();
    for (Map<String, String> row : table.rows()) {
      Cells cells = new Cells(table.name(), row);
      byWord.put(
          cells.text("part"),
          new AdjustmentReason(cells.text("group"), cells.text("carc"), cells.text("rarc")));
    }
    Map<SharePart, AdjustmentReason> read = new EnumMap<>(SharePart.class);
    for (SharePart part : SharePart.values()) {
      AdjustmentReason reason = byWord.remove(part.word());
      if (reason == null) {
        throw new TableException(table.name(), "it has no codes for the part " + part.word());
      }
      read.put(part, reason);
    }
    if (!byWord.isEmpty()) {
      throw new TableException(table.name(), "it has codes for unknown parts " + byWord.keySet());
    }
    return read;
  }

  private static Map<String, Map<String, String>> readTexts(CsvTable table) throws TableException {
    if (!table.columns().containsAll(List.of("key", "en"))) {
      throw new TableException(table.name(), "it lacks the column key or en");
    }
    Map<String, Map<String, String>> read = new HashMap<>();
    for (Map<String, String> row : table.rows()) {
      read.put(row.getOrDefault("key", ""), row);
    }
    return read;
  }

  private void checkLineOutputs() throws TableException {
    for (TableRow row : lines.rows()) {
      Outcome outcome = LineFacts.outcome(row);
      boolean denied = outcome == Outcome.DENIED;
      List<String> missing = new ArrayList<>();
      if (texts.get(row.output("explain")) == null) {
        missing.add("a text for " + row.output("explain"));
      }
      if (denied && texts.get(row.output("change")) == null) {
        missing.add("a text that says what would change it");
      }
      if (denied && (row.output("carc").isEmpty() || row.output("group").isEmpty())) {
        missing.add("a reason code");
      }
      if (!missing.isEmpty()) {
        throw new TableException(
            PackArchive.LINES, "the rule " + row.rule() + " lacks " + String.join(", ", missing));
      }
    }
  }

  private void checkSharingOutputs() throws TableException {
    for (TableRow row : sharing.rows()) {
      SharingFacts.check(row);
      requireText(PackArchive.SHARING, row.output("explain"));
    }
    requireText(PackArchive.TEXTS, NO_RULE);
  }

  private void requireText(String table, String key) throws TableException {
    if (!texts.containsKey(key)) {
      throw new TableException(table, "there is no text " + key);
    }
  }
}
