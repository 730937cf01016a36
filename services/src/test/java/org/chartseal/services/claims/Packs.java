package org.chartseal.services.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rule packs for tests: the sample pack with some of its files exchanged. */
final class Packs {

  static final String SERVICES_HEADER =
      "system,code,category,from,until,price,benefit,preventive,title\n";
  static final String PLANS_HEADER =
      "plan,title,kind,deductible,copay,payer-rate,out-of-pocket-limit\n";

  private Packs() {}

  static Map<String, byte[]> sampleFiles() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "manifest.json",
          "services.csv",
          "plans.csv",
          "lines.csv",
          "sharing.csv",
          "reasons.csv",
          "texts.csv"
        }) {
      try (InputStream in = RulePacks.class.getResourceAsStream("/rulepacks/sample/" + name)) {
        files.put(name, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  static byte[] archive(Map<String, String> exchanged) {
    Map<String, byte[]> files = sampleFiles();
    exchanged.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new RulePacks().archive(files);
  }

  static RulePack pack(Map<String, String> exchanged) {
    return World.open(archive(exchanged));
  }
}
