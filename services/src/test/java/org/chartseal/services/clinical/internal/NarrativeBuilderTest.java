package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.services.clinical.Narrative.Items;
import org.chartseal.services.clinical.Narrative.Numbering;
import org.chartseal.services.clinical.Narrative.Paragraph;
import org.chartseal.services.clinical.Narrative.RowKind;
import org.chartseal.services.clinical.Narrative.Run;
import org.chartseal.services.clinical.Narrative.Style;
import org.chartseal.services.clinical.Narrative.Table;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

class NarrativeBuilderTest {

  @Test
  void paragraphs_lists_and_tables_keep_their_form() throws RefusedException {
    List<Narrative> blocks =
        build(
            """
            Before <paragraph>One <content styleCode="Bold Italics">two</content></paragraph>
            <list listType="ordered"><item>first</item><item>second</item></list>
            <table><caption>Results</caption><thead><tr><th>Test</th><th colspan="2">Value</th></tr></thead>
            <tbody><tr><td>Na</td><td>140</td><td>mmol/L</td></tr></tbody></table>
            """);
    assertThat(blocks).hasSize(4);
    assertThat(blocks.get(0)).isEqualTo(new Paragraph(List.of(new Run("Before", Set.of()))));
    assertThat(blocks.get(1))
        .isEqualTo(
            new Paragraph(
                List.of(
                    new Run("One ", Set.of()), new Run("two", Set.of(Style.BOLD, Style.ITALIC)))));
    assertThat(blocks.get(2))
        .isInstanceOfSatisfying(
            Items.class,
            items -> {
              assertThat(items.numbering()).isEqualTo(Numbering.NUMBERS);
              assertThat(items.items()).hasSize(2);
            });
    assertThat(blocks.get(3))
        .isInstanceOfSatisfying(
            Table.class,
            table -> {
              assertThat(table.caption()).isEqualTo("Results");
              assertThat(table.rows()).hasSize(2);
              assertThat(table.rows().getFirst().kind()).isEqualTo(RowKind.HEADING);
              assertThat(table.rows().getFirst().cells().get(1).columns()).isEqualTo(2);
            });
  }

  @Test
  void nothing_in_it_can_act() throws RefusedException {
    List<Narrative> blocks =
        build(
            """
            <script>alert(1)</script><style>p{}</style><iframe src="http://evil"/>
            <linkHtml href="javascript:alert(1)">press</linkHtml>
            <content onmouseover="alert(2)">text</content>
            <object data="x">inside</object><unknown><deep>kept</deep></unknown>
            """);
    assertThat(blocks.toString())
        .contains("press", "text", "kept")
        .doesNotContain("alert", "evil", "inside");
  }

  @Test
  void a_link_is_its_text_and_where_it_leads() throws RefusedException {
    assertThat(build("see <linkHtml href=\"https://example.org/a\">this</linkHtml>").toString())
        .contains("see this (https://example.org/a)");
  }

  @Test
  void white_space_is_one_space_and_a_break_is_a_line() throws RefusedException {
    assertThat(build("  a \n  b<br/>  c  "))
        .containsExactly(new Paragraph(List.of(new Run("a b\nc", Set.of()))));
    assertThat(build("   <br/>  <content>  </content> ")).isEmpty();
  }

  @Test
  void spans_are_bounded() throws RefusedException {
    Table table =
        (Table)
            build(
                    "<table><tr><td colspan=\"99999\" rowspan=\"0\">a</td><td"
                        + " colspan=\"-1\">b</td></tr></table>")
                .getFirst();
    assertThat(table.rows().getFirst().cells().getFirst().columns()).isEqualTo(100);
    assertThat(table.rows().getFirst().cells().getFirst().rows()).isEqualTo(1);
    assertThat(table.rows().getFirst().cells().getLast().columns()).isEqualTo(1);
  }

  private static List<Narrative> build(String inside) throws RefusedException {
    String xml = "<text xmlns=\"urn:hl7-org:v3\">" + inside + "</text>";
    return new NarrativeBuilder()
        .build(
            new HardenedXml()
                .read(xml.getBytes(StandardCharsets.UTF_8), Set.of(), (name, at) -> {}));
  }
}
