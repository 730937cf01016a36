package org.chartseal.services.consent.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.YearKey;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;

/** The part {@code capabilities} of a grant (protocol §7.1). */
public final class CapabilityCodec {

  private static final String MEDIA_TYPE = "application/cbor";
  private static final int MAX_CAPABILITIES = 65_536;
  private static final int MAX_CLASS = 16;
  private static final int LAST_YEAR = 9999;

  /** The part that holds these capabilities. */
  public Part part(List<Capability> capabilities) {
    CborWriter out = new CborWriter().array(capabilities.size());
    for (Capability capability : capabilities) {
      boolean oneYear = capability.scope() instanceof Capability.Scope.OneYear;
      out.map(oneYear ? 6 : 5);
      byte[] key = capability.scope().secret().bytes();
      out.key("key").bytes(key);
      Arrays.fill(key, (byte) 0);
      if (capability.scope() instanceof Capability.Scope.OneYear one) {
        out.key("year").unsigned(one.year());
      }
      out.key("class").text(capability.sensitivity().code());
      out.key("writer").bytes(PartyId.of(capability.writer()).value().bytes());
      out.key("generation").unsigned(capability.generation());
      out.key("organisation").unsigned(capability.writer().number());
    }
    byte[] encoded = out.toByteArray();
    out.wipe();
    Part part = new Part(PartRole.CAPABILITIES, MEDIA_TYPE, encoded);
    Arrays.fill(encoded, (byte) 0);
    return part;
  }

  /**
   * The capabilities in a part.
   *
   * @throws CborException if it is not laid out as version 1 says
   */
  public List<Capability> read(Part part) throws CborException {
    CborReader in = new CborReader(part.bytes());
    List<Capability> capabilities = new ArrayList<>();
    try {
      for (int left = in.array(MAX_CAPABILITIES); left > 0; left--) {
        capabilities.add(readOne(in));
      }
    } catch (IllegalArgumentException e) {
      throw new CborException(
          "a capability is for a class or writer that this version does not know");
    }
    in.end();
    return capabilities;
  }

  private static Capability readOne(CborReader in) throws CborException {
    CborReader.Fields fields = in.map();
    fields.require("key");
    byte[] key = in.bytesOf(32);
    boolean oneYear = fields.take("year");
    int year = oneYear ? (int) in.unsigned(LAST_YEAR) : 0;
    fields.require("class");
    SensitivityClass sensitivity = SensitivityClass.parse(in.text(MAX_CLASS));
    fields.require("writer");
    PartyId writer = new PartyId(Hash32.of(in.bytesOf(32)));
    fields.require("generation");
    int generation = (int) in.unsigned(Integer.MAX_VALUE);
    fields.require("organisation");
    OrganisationId organisation = new OrganisationId(in.unsigned(Long.MAX_VALUE));
    fields.end();
    if (!writer.equals(PartyId.of(organisation))) {
      throw new CborException("a capability names two writers");
    }
    Capability.Scope scope =
        oneYear
            ? new Capability.Scope.OneYear(year, YearKey.of(key))
            : new Capability.Scope.AllYears(ClassKey.of(key));
    Arrays.fill(key, (byte) 0);
    return new Capability(organisation, sensitivity, generation, scope);
  }
}
