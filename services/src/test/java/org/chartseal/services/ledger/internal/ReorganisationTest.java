package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.TestPatient;
import org.chartseal.services.network.TestNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReorganisationTest {

  @Test
  void what_a_reorganisation_took_away_is_empty_again_and_can_be_anchored_again(
      @TempDir Path folder) throws Exception {
    try (TestNetwork network = TestNetwork.open(folder)) {
      TestPatient patient = new TestPatient();
      Submission anchor = patient.anchor(network.deployment(), "taken away");
      SubmitOutcome.Submitted sent = (SubmitOutcome.Submitted) network.relay().submit(anchor);
      ReceiptOutcome.Mined mined = network.mined(sent.transaction());
      BlockRef before = network.head();

      long depth = before.number() - mined.block() + 1;
      ArrayNode parameters = JsonRpc.parameters().add(depth);
      parameters.addArray();
      new JsonRpc(
              network.network().node().endpoint(),
              HttpClient.newHttpClient(),
              Duration.ofSeconds(10))
          .call("anvil_reorg", parameters);

      LedgerQuery query = LedgerQuery.ofSlots(Set.of(patient.slot()));
      assertThat(network.connection().ledger().read(before, query))
          .as("the block is gone, which makes nobody a liar")
          .isInstanceOf(ReadOutcome.Unavailable.class);
      BlockRef after = network.head();
      assertThat(after.hash()).isNotEqualTo(before.hash());
      ReadOutcome.Proven proven =
          (ReadOutcome.Proven) network.connection().ledger().read(after, query);
      assertThat(proven.slots()).containsEntry(patient.slot(), new SlotState.Empty());
      assertThat(network.relay().receipt(sent.transaction()))
          .isNotInstanceOf(ReceiptOutcome.Mined.class);

      assertThat(network.mined(anchor).anchored()).containsExactly(patient.slot().key());
    }
  }
}
