package org.chartseal.services.clinical.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.clinical.internal.ElementType.Element;
import org.chartseal.services.clinical.internal.ElementType.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What FHIR R4 calls an element: for each type its elements, their types, whether they repeat and
 * whether they are modifiers.
 *
 * <p>It replaces HAPI's model where an entry is only read, because it is loaded in a hundredth of
 * the time. A test holds it to that model.
 */
final class ElementTable {

  private static final String FILE = "fhir-r4-elements.txt";
  private static final String OPEN = "@open";
  private static final String RESOURCE = "@resource";

  private final Map<String, ElementType> types = new HashMap<>();
  private final Map<String, ElementType> resources = new HashMap<>();

  private ElementTable() {}

  /** Reads the table that comes with the product; about ten milliseconds. */
  static ElementTable load() {
    ElementTable table = new ElementTable();
    table.fill(lines());
    return table;
  }

  /** The type of a resource that may stand alone, or null if R4 has none of that name. */
  @Nullable ElementType resource(String name) {
    return resources.get(name);
  }

  private static List<String> lines() {
    try (InputStream in = ElementTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the table of FHIR elements is missing from the product");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(List<String> lines) {
    String[] openTypes = {};
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(OPEN)) {
        openTypes = line.substring(OPEN.length() + 1).split("\\|", -1);
      } else if (line.startsWith(" ")) {
        blocks.getLast().elements.add(line.substring(1).split(" ", -1));
      } else if (!line.startsWith("#")) {
        blocks.add(open(line));
      }
    }
    Map<String, Block> byName = new HashMap<>();
    for (Block block : blocks) {
      byName.put(block.type.name(), block);
    }
    for (Block block : blocks) {
      new Filler(block.type, openTypes).add(block, byName);
    }
  }

  private Block open(String line) {
    boolean standsAlone = line.startsWith("+");
    String[] nameAndBase = line.substring(standsAlone ? 1 : 0).split(" < ", -1);
    ElementType type = new ElementType(nameAndBase[0]);
    types.put(type.name(), type);
    if (standsAlone) {
      resources.put(type.name(), type);
    }
    return new Block(type, nameAndBase.length > 1 ? nameAndBase[1] : "", new ArrayList<>());
  }

  /** The lines of one type. */
  private record Block(ElementType type, String base, List<String[]> elements) {}

  /** Puts the elements of a type and of those that it extends into it. */
  private final class Filler {

    private final ElementType type;
    private final String[] openTypes;
    private int index;

    Filler(ElementType type, String[] openTypes) {
      this.type = type;
      this.openTypes = openTypes;
    }

    void add(Block block, Map<String, Block> byName) {
      Block base = byName.get(block.base);
      if (base != null) {
        add(base, byName);
      }
      for (String[] words : block.elements) {
        boolean repeats = words.length > 2 && words[2].equals("*");
        boolean modifier = words[words.length - 1].equals("!");
        add(words[0], words[1], repeats, modifier);
        index += 2;
      }
    }

    private void add(String name, String typeNames, boolean repeats, boolean modifier) {
      if (!name.endsWith("[x]")) {
        add(name, name, typeNames, repeats, modifier);
        return;
      }
      String stem = name.substring(0, name.length() - 3);
      String[] choices = typeNames.equals(OPEN) ? openTypes : typeNames.split("\\|", -1);
      for (String choice : choices) {
        String choiceName = stem + Character.toUpperCase(choice.charAt(0)) + choice.substring(1);
        add(choiceName, name, choice, repeats, modifier);
      }
    }

    private void add(
        String name, String shownName, String typeName, boolean repeats, boolean modifier) {
      ElementType complex = types.get(typeName);
      if (typeName.equals(RESOURCE)) {
        type.put(
            new Element(name, shownName, Shape.RESOURCE, typeName, type, repeats, modifier, index));
      } else if (complex != null) {
        type.put(
            new Element(
                name, shownName, Shape.COMPLEX, typeName, complex, repeats, modifier, index));
      } else {
        Shape shape = Shape.ofPrimitive(typeName);
        type.put(new Element(name, shownName, shape, typeName, type, repeats, modifier, index));
        type.put(sibling(name, shownName, repeats, modifier));
      }
    }

    /** What a primitive has beside its value: an id, extensions (FHIR R4, JSON §2.1.10.0.1). */
    private Element sibling(String name, String shownName, boolean repeats, boolean modifier) {
      ElementType element = types.get("Element");
      if (element == null) {
        throw new IllegalStateException("the table of FHIR elements has no type Element");
      }
      return new Element(
          "_" + name,
          "_" + shownName,
          Shape.SIBLING,
          "Element",
          element,
          repeats,
          modifier,
          index + 1);
    }
  }
}
