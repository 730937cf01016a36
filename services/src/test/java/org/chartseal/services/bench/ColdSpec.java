package org.chartseal.services.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.signing.P256PublicKey;

/**
 * What a process needs to open the record under a grant: what the grant's capabilities and the
 * reader's own pair with the patient give. It goes through a pipe and never to the disk.
 *
 * @param home folder of the network
 * @param node where to ask
 * @param root the trusted certificate, DER
 * @param firstYear of the record
 * @param keys the class keys by their writers
 */
record ColdSpec(
    Path home,
    URI node,
    Subject.Patient subject,
    byte[] root,
    int firstYear,
    int lastYear,
    List<Key> keys) {

  /** The key of all years of a writer's general streams. */
  record Key(long writer, byte[] bytes) {}

  /** The streams that the keys open, as an opening plans them. */
  List<StreamAccess> streams() {
    List<StreamAccess> streams = new ArrayList<>();
    for (Key key : keys) {
      try (Capability capability =
          new Capability(
              new OrganisationId(key.writer()),
              SensitivityClass.GENERAL,
              0,
              new Capability.Scope.AllYears(ClassKey.of(key.bytes())))) {
        streams.addAll(capability.streams(firstYear, lastYear));
      }
    }
    return streams;
  }

  void write(Writer out) throws IOException {
    Properties values = new Properties();
    HexFormat hex = HexFormat.of();
    values.setProperty("home", home.toString());
    values.setProperty("node", node.toString());
    values.setProperty("party", subject.party().value().hex());
    values.setProperty("key", hex.formatHex(subject.signingKey().bytes()));
    values.setProperty("point", hex.formatHex(subject.slotPoint().bytes()));
    values.setProperty("root", hex.formatHex(root));
    values.setProperty("first", Integer.toString(firstYear));
    values.setProperty("last", Integer.toString(lastYear));
    for (Key key : keys) {
      values.setProperty("writer." + key.writer(), hex.formatHex(key.bytes()));
    }
    StringWriter text = new StringWriter();
    values.store(text, null);
    out.write(text.toString());
  }

  static ColdSpec read(Reader in) throws IOException {
    StringWriter text = new StringWriter();
    in.transferTo(text);
    Properties values = new Properties();
    values.load(new StringReader(text.toString()));
    HexFormat hex = HexFormat.of();
    List<Key> keys = new ArrayList<>();
    for (String name : values.stringPropertyNames()) {
      if (name.startsWith("writer.")) {
        keys.add(
            new Key(
                Long.parseLong(name.substring("writer.".length())),
                hex.parseHex(values.getProperty(name))));
      }
    }
    return new ColdSpec(
        Path.of(values.getProperty("home")),
        URI.create(values.getProperty("node")),
        new Subject.Patient(
            new PartyId(Hash32.ofHex(values.getProperty("party"))),
            P256PublicKey.of(hex.parseHex(values.getProperty("key"))),
            SlotPoint.of(hex.parseHex(values.getProperty("point"))),
            ""),
        hex.parseHex(values.getProperty("root")),
        Integer.parseInt(values.getProperty("first")),
        Integer.parseInt(values.getProperty("last")),
        keys);
  }
}
