package org.chartseal.app.console.clinician;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.inbox.ClaimItem;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.shell.Found;
import org.chartseal.views.shell.Place;
import org.junit.jupiter.api.Test;

class ClaimSearchTest {

  private static final Currency DOLLARS = Currency.getInstance("USD");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final List<ClaimItem> claims =
      List.of(
          claim("ab", "Adán Delrío", 12_900, "Suture open wound"),
          claim("cd", "Riley Langosh", 5_000, "Follow-up encounter"));
  private final List<Hash32> opened = new ArrayList<>();

  @Test
  void a_claim_is_found_by_patient_amount_day_service_and_the_end_of_its_number() {
    assertThat(find("delrio")).extracting(Found::title).containsExactly("abababababababab");
    assertThat(find("$129.00 mar 2"))
        .extracting(Found::detail)
        .containsExactly("Adán Delrío · Meridian Health Plan · $129.00 · Mar 2, 2026");
    assertThat(find("follow-up")).extracting(Found::title).containsExactly("cdcdcdcdcdcdcdcd");
    assertThat(find("meridian")).hasSize(2);
    assertThat(find("hana")).isEmpty();
  }

  @Test
  void it_opens_where_the_hospital_sees_its_claims() {
    Found found = find("cdcd").getFirst();
    assertThat(found.place()).isEqualTo(Place.INBOX);
    found.open().run();
    assertThat(opened).containsExactly(claims.getLast().claim());
  }

  private List<Found> find(String typed) {
    return new ClaimSearch(new Localisation(Language.ENGLISH, ZoneOffset.UTC))
        .find(claims, new Sought(typed), 5, opened::add);
  }

  private static ClaimItem claim(String number, String patient, long cents, String service) {
    Money billed = new Money(cents, DOLLARS);
    return new ClaimItem(
        Hash32.ofHex(number.repeat(32)),
        patient,
        "Meridian Health Plan",
        DAY,
        billed,
        ClaimItem.Stage.SENT,
        List.of(
            new ClaimItem.Line(
                1, new ServiceCode("http://snomed.info/sct", "1"), service, DAY, billed)),
        Optional.empty(),
        Optional.empty());
  }
}
