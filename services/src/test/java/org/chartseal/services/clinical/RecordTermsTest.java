package org.chartseal.services.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.RecordTerms.Field;
import org.junit.jupiter.api.Test;

class RecordTermsTest {

  private static final Coded SNOMED = new Coded("http://snomed.info/sct", "59621000", "");

  private final RecordTerms terms = new RecordTerms(3);

  @Test
  void what_the_record_names_is_offered_once_with_its_code() {
    List<Stated> record =
        List.of(
            stated("Condition", "Essential hypertension", new Coded("", "", "")),
            stated("Condition", "Essential hypertension", SNOMED),
            stated("Observation", "Hypertension score", new Coded("", "", "")));
    assertThat(terms.offer(Field.PROBLEM, "hyper", record))
        .containsExactly(new Coded(SNOMED.system(), SNOMED.code(), "Essential hypertension"));
    assertThat(terms.offer(Field.MEDICINE, "hyper", record)).isEmpty();
    assertThat(terms.offer(Field.ORDER, "SCORE hyp", record)).hasSize(1);
  }

  @Test
  void what_begins_with_what_is_typed_comes_first_and_nothing_typed_offers_nothing() {
    Coded none = new Coded("", "", "");
    List<Stated> record =
        List.of(
            stated("Condition", "Acute asthma", none),
            stated("Condition", "Asthma", none),
            stated("Condition", "Childhood asthma", none),
            stated("Condition", "Severe asthma", none));
    assertThat(terms.offer(Field.PROBLEM, "asth", record))
        .extracting(Coded::display)
        .containsExactly("Asthma", "Acute asthma", "Childhood asthma");
    assertThat(terms.offer(Field.PROBLEM, " ", record)).isEmpty();
  }

  @Property(tries = 200)
  void a_whole_label_finds_itself(@ForAll String label) {
    List<Coded> offered =
        terms.offer(
            Field.PROBLEM, label, List.of(stated("Condition", label, new Coded("", "", ""))));
    assertThat(offered.isEmpty()).isEqualTo(TermMatch.words(label).isEmpty());
  }

  private static Stated stated(String type, String label, Coded code) {
    return new Stated(
        "e", "2020-01-01", new EntryView.Line(type + "/1", label, "", "", "active", "", code));
  }
}
