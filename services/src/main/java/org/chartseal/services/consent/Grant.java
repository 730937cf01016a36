package org.chartseal.services.consent;

import java.util.List;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.OrganisationId;

/**
 * A consent that a patient gave.
 *
 * @param grantee to whom
 * @param terms purpose, classes, years and period
 * @param capabilities what opens the streams; whoever received the grant closes them
 * @param status where it stands at the block that was read
 * @param entry the entry that holds it
 */
public record Grant(
    OrganisationId grantee,
    ConsentTerms terms,
    List<Capability> capabilities,
    GrantStatus status,
    RecordEntry entry)
    implements AutoCloseable {

  public Grant {
    capabilities = List.copyOf(capabilities);
  }

  /** Whether it opens anything now. */
  public boolean isValid() {
    return status instanceof GrantStatus.Valid;
  }

  @Override
  public void close() {
    capabilities.forEach(Capability::close);
  }
}
