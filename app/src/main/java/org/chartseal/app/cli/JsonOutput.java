package org.chartseal.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/** One JSON object a line: answers on standard output, the failure on standard error. */
final class JsonOutput implements Output {

  private final Terminal terminal;
  private final JsonFactory json = new JsonFactory();

  JsonOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void row(Row row, String words) {
    terminal.out().println(line(row));
    terminal.out().flush();
  }

  @Override
  public void hint(String words) {
    // Only rows are for programs.
  }

  @Override
  public void fault(Row about, Fault fault) {
    row(about.and("code", fault.code()).and("message", fault.sentence()), "");
  }

  @Override
  public void failure(Fault fault) {
    failure(new Row(Map.of()), fault);
  }

  @Override
  public void failure(Row about, Fault fault) {
    Row row = Row.of("code", fault.code()).and("message", fault.sentence());
    for (var field : about.fields().entrySet()) {
      row = row.and(field.getKey(), field.getValue());
    }
    terminal.err().println(line(row));
    terminal.err().flush();
  }

  @Override
  public Progress progress() {
    return Progress.NONE;
  }

  @Override
  public void raw(byte[] bytes) {
    terminal.raw(bytes);
  }

  private String line(Row row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      write(generator, row.fields());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) throws IOException {
    switch (value) {
      case Row row -> write(generator, row.fields());
      case Map<?, ?> fields -> {
        generator.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          generator.writeFieldName(field.getKey().toString());
          write(generator, field.getValue());
        }
        generator.writeEndObject();
      }
      case List<?> values -> {
        generator.writeStartArray();
        for (Object element : values) {
          write(generator, element);
        }
        generator.writeEndArray();
      }
      case Boolean truth -> generator.writeBoolean(truth);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      default -> generator.writeString(value.toString());
    }
  }
}
