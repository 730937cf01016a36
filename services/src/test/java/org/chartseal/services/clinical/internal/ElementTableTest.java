package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.chartseal.services.clinical.internal.ElementType.Shape;
import org.junit.jupiter.api.Test;

class ElementTableTest {

  @Test
  void the_table_is_what_the_model_of_hapi_says() throws IOException {
    try (InputStream in = ElementTable.class.getResourceAsStream("fhir-r4-elements.txt")) {
      assertThat(in).isNotNull();
      String committed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(committed)
          .as("run ElementTableGenerator with the resource's path and look at what changed")
          .isEqualTo(new ElementTableGenerator().generate());
    }
  }

  @Test
  void elements_that_turn_the_meaning_are_modifiers() {
    ElementTable table = ElementTable.load();
    assertThat(element(table, "Observation", "status").modifier()).isTrue();
    assertThat(element(table, "Procedure", "modifierExtension").modifier()).isTrue();
    assertThat(element(table, "MedicationRequest", "doNotPerform").modifier()).isTrue();
    assertThat(element(table, "Patient", "deceasedBoolean").modifier()).isTrue();
    assertThat(element(table, "Patient", "implicitRules").modifier()).isTrue();
    assertThat(element(table, "Observation", "valueString").modifier()).isFalse();
  }

  @Test
  void a_choice_stands_under_each_of_its_names_and_an_object_holds_one() {
    ElementTable table = ElementTable.load();
    var text = element(table, "Observation", "valueString");
    var quantity = element(table, "Observation", "valueQuantity");
    assertThat(text.index()).isEqualTo(quantity.index());
    assertThat(quantity.shape()).isEqualTo(Shape.COMPLEX);
    assertThat(element(table, "Observation", "_valueString").shape()).isEqualTo(Shape.SIBLING);
    assertThat(type(table, "Observation").element("valueAddress")).isNull();
  }

  @Test
  void what_cannot_stand_alone_is_no_resource() {
    ElementTable table = ElementTable.load();
    assertThat(table.resource("DomainResource")).isNull();
    assertThat(table.resource("HumanName")).isNull();
    assertThat(table.resource("Questionnaire.item")).isNull();
  }

  private static ElementType type(ElementTable table, String name) {
    ElementType type = table.resource(name);
    if (type == null) {
      throw new AssertionError("no resource " + name);
    }
    return type;
  }

  private static ElementType.Element element(ElementTable table, String type, String name) {
    ElementType.Element element = type(table, type).element(name);
    if (element == null) {
      throw new AssertionError("no element " + type + "." + name);
    }
    return element;
  }
}
