package org.chartseal.services.clinical.internal;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.annotation.Child;
import ca.uhn.fhir.model.api.annotation.DatatypeDef;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Writes the element table from the annotations of HAPI's R4 classes. */
final class ElementTableGenerator {

  private static final String HEADING =
      """
      # FHIR R4: the elements of each resource, data type and backbone element, generated from HAPI's model.
      #   Type < Base            a type and the one that it extends; "+" before it marks a resource that may stand alone
      #    name type * !         an element: its type (choices with |, @open: any data type, @resource), * repeats, ! is a modifier
      """;

  private final FhirContext context = FhirContext.forR4Cached();
  private final Map<Class<?>, String> names = new HashMap<>();
  private final Deque<Class<?>> waiting = new ArrayDeque<>();
  private final Set<Class<?>> queued = new HashSet<>();

  /** Writes the file that is given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), new ElementTableGenerator().generate());
  }

  String generate() {
    StringBuilder out = new StringBuilder(HEADING);
    out.append("@open ").append(String.join("|", openTypes())).append('\n');
    for (String resource : new TreeSet<>(context.getResourceTypes())) {
      enqueue(context.getResourceDefinition(resource).getImplementingClass(), resource);
    }
    for (String type : openTypes()) {
      if (Character.isUpperCase(type.charAt(0))) {
        Class<?> model = context.getElementDefinition(type).getImplementingClass();
        enqueue(model, type);
      }
    }
    while (!waiting.isEmpty()) {
      describe(waiting.remove(), out);
    }
    return out.toString();
  }

  private void describe(Class<?> type, StringBuilder out) {
    String name = name(type);
    Class<?> base = type.getSuperclass();
    boolean standsAlone =
        Resource.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    out.append(standsAlone ? "+" : "").append(name);
    if (hasElements(base)) {
      enqueue(base, base.getSimpleName());
      out.append(" < ").append(name(base));
    }
    out.append('\n');
    for (Field field : type.getDeclaredFields()) {
      Child child = field.getAnnotation(Child.class);
      if (child != null) {
        out.append(' ').append(line(name, field, child)).append('\n');
      }
    }
  }

  private String line(String owner, Field field, Child child) {
    Class<?> model = itemType(field);
    String elementName = child.name().replace("[x]", "");
    String type;
    if (model == Type.class) {
      elementName += "[x]";
      type = child.type().length == 0 ? "@open" : choices(child);
    } else {
      type = typeName(model, owner + "." + elementName);
    }
    String repeats = child.max() == 1 ? "" : " *";
    return elementName + " " + type + repeats + (child.modifier() ? " !" : "");
  }

  private String choices(Child child) {
    Set<String> types = new TreeSet<>();
    for (Class<?> type : child.type()) {
      types.add(
          Resource.class.isAssignableFrom(type)
              ? "Reference"
              : typeName(type, type.getSimpleName()));
    }
    if (types.contains("Reference")) {
      enqueue(Reference.class, "Reference");
    }
    return String.join("|", types);
  }

  private String typeName(Class<?> model, String pathIfBlock) {
    if (model == Enumeration.class) {
      return "code";
    }
    if (model == XhtmlNode.class) {
      return "xhtml";
    }
    if (model == String.class) {
      return "string";
    }
    if (Resource.class.isAssignableFrom(model)) {
      return "@resource";
    }
    DatatypeDef definition = model.getAnnotation(DatatypeDef.class);
    if (PrimitiveType.class.isAssignableFrom(model)) {
      return definition.name();
    }
    if (definition != null && !definition.profileOf().isInterface()) {
      return typeName(model.getSuperclass(), pathIfBlock);
    }
    enqueue(model, definition != null ? definition.name() : pathIfBlock);
    return name(model);
  }

  private static Class<?> itemType(Field field) {
    if (List.class.isAssignableFrom(field.getType())) {
      java.lang.reflect.Type item =
          ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
      return item instanceof ParameterizedType parameterized
          ? (Class<?>) parameterized.getRawType()
          : (Class<?>) item;
    }
    return field.getType();
  }

  private static boolean hasElements(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.isAnnotationPresent(Child.class)) {
          return true;
        }
      }
    }
    return false;
  }

  private void enqueue(Class<?> type, String name) {
    if (queued.add(type)) {
      names.put(type, name);
      waiting.add(type);
    }
  }

  private String name(Class<?> type) {
    String name = names.get(type);
    if (name == null) {
      throw new IllegalStateException("not named: " + type);
    }
    return name;
  }

  private List<String> openTypes() {
    var extension =
        (BaseRuntimeElementCompositeDefinition<?>) context.getElementDefinition(Extension.class);
    Set<String> types = new TreeSet<>();
    for (String name : extension.getChildByName("value[x]").getValidChildNames()) {
      var definition = extension.getChildByName("value[x]").getChildByName(name);
      if (definition != null && !name.endsWith("Resource")) {
        types.add(definition.getName());
      }
    }
    return new ArrayList<>(types);
  }
}
