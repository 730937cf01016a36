package org.chartseal.services.claims.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.TableRow;
import org.junit.jupiter.api.Test;

/** Decision tables decide as DMN's hit policy FIRST says, and nothing else. */
class DecisionTableTest {

  private static final String TABLE =
      """
      # a remark
      rule,when:colour,when:size,then:answer
      R1,red|blue,>=10,"yes, big"
      R2,!red|blue,,"other ""colour"\""
      R3,,<0,negative

      R4,red,,red\
      """;

  @Test
  void the_first_row_decides_all_of_whose_conditions_hold() throws TableException {
    assertThat(decide("red", "10")).contains("R1");
    assertThat(decide("red", "9")).contains("R4");
    assertThat(decide("blue", "-1")).contains("R3");
    assertThat(decide("green", "-1")).contains("R2");
    assertThat(decide("blue", "5")).isEmpty();
  }

  @Test
  void what_is_not_known_fits_no_condition_but_the_empty_one() throws TableException {
    assertThat(decide("", "")).isEmpty();
    assertThat(decide("red", "many")).contains("R4");
  }

  @Test
  void quoted_cells_hold_commas_and_quotes() throws TableException {
    assertThat(table(TABLE).decide(Map.of("colour", "green")).map(row -> row.output("answer")))
        .contains("other \"colour\"");
    assertThat(
            table(TABLE)
                .decide(Map.of("colour", "red", "size", "11"))
                .map(row -> row.output("answer")))
        .contains("yes, big");
  }

  @Test
  void line_ends_of_windows_make_no_difference() throws TableException {
    assertThat(table(TABLE.replace("\n", "\r\n")).rows()).isEqualTo(table(TABLE).rows());
  }

  @Test
  void a_table_that_is_not_understood_is_refused() {
    for (String bad :
        new String[] {
          "",
          "rule,when:colour\nR1,red\n",
          "rule,when:taste,then:answer\nR1,sour,x\n",
          "rule,colour,then:answer\nR1,red,x\n",
          "when:colour,then:answer\nred,x\n",
          "rule,then:answer\n,x\n",
          "rule,then:answer\nR1,x\nR1,y\n",
          "rule,then:answer\nR1\n",
          "rule,then:answer\nR1,x,y\n",
          "rule,then:answer\nR1,\"x\n",
          "rule,then:answer\nR1,\"x\"y\n",
          "rule,rule,then:answer\nR1,R1,x\n",
          "rule,when:size,then:answer\nR1,>ten,x\n",
          "rule,when:size,then:answer\nR1,<-9223372036854775808,x\n"
        }) {
      assertThatThrownBy(() -> table(bad)).as(bad).isInstanceOf(TableException.class);
    }
  }

  private static Optional<String> decide(String colour, String size) throws TableException {
    return table(TABLE).decide(Map.of("colour", colour, "size", size)).map(TableRow::rule);
  }

  private static DecisionTable table(String csv) throws TableException {
    return DecisionTable.compile(
        CsvTable.parse("test.csv", csv), Set.of("colour", "size"), Set.of("answer"));
  }
}
