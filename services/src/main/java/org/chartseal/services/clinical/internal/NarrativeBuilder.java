package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.services.clinical.Narrative.Items;
import org.chartseal.services.clinical.Narrative.Numbering;
import org.chartseal.services.clinical.Narrative.Paragraph;
import org.chartseal.services.clinical.Narrative.Run;
import org.chartseal.services.clinical.Narrative.Style;
import org.chartseal.services.clinical.internal.XmlElement.Child;
import org.chartseal.services.clinical.internal.XmlElement.Node;
import org.chartseal.services.clinical.internal.XmlElement.Text;

/**
 * Makes safe narrative of CDA's narrative block (CDA R2 §4.3.5) and of FHIR's XHTML. Only what is
 * listed here keeps a form; of anything else the text is kept and nothing more. Scripts and style
 * sheets are left out.
 */
final class NarrativeBuilder {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final int LONGEST_LINK = 300;

  private final List<Narrative> blocks = new ArrayList<>();
  private final RunCollector runs = new RunCollector();

  List<Narrative> build(XmlElement container) {
    content(container, EnumSet.noneOf(Style.class));
    endParagraph();
    return blocks;
  }

  private void content(XmlElement container, Set<Style> styles) {
    for (Node node : container.content()) {
      switch (node) {
        case Text text -> runs.add(text.text(), styles);
        case Child child -> element(child.element(), styles);
      }
    }
  }

  private void element(XmlElement element, Set<Style> styles) {
    switch (element.name().toLowerCase(Locale.ROOT)) {
      case "script", "style", "head", "object", "iframe", "col", "colgroup" -> {
        // Nothing in these is text for a reader.
      }
      case "br" -> runs.lineBreak(styles);
      case "paragraph", "p", "div", "footnote", "h1", "h2", "h3", "h4", "h5", "h6", "caption" ->
          paragraph(element, styles);
      case "list", "ul", "ol" -> block(items(element));
      case "table" -> block(new NarrativeTable(element).build());
      case "linkhtml", "a" -> link(element, styles);
      case "img", "rendermultimedia" -> runs.add(" " + element.attribute("alt") + " ", styles);
      default -> content(element, with(styles, element));
    }
  }

  private void paragraph(XmlElement element, Set<Style> styles) {
    endParagraph();
    content(element, with(styles, element));
    endParagraph();
  }

  private void block(Narrative block) {
    endParagraph();
    blocks.add(block);
  }

  private void link(XmlElement element, Set<Style> styles) {
    content(element, styles);
    String target = element.attribute("href").strip();
    boolean worthShowing = target.startsWith("https://") || target.startsWith("http://");
    if (worthShowing && target.length() <= LONGEST_LINK && !target.equals(element.text())) {
      runs.add(" (" + target + ")", styles);
    }
  }

  private Items items(XmlElement list) {
    List<List<Narrative>> items = new ArrayList<>();
    for (Node node : list.content()) {
      if (node instanceof Child child) {
        items.add(new NarrativeBuilder().build(child.element()));
      }
    }
    boolean numbered = list.name().equals("ol") || list.attribute("listType").equals("ordered");
    return new Items(numbered ? Numbering.NUMBERS : Numbering.BULLETS, items);
  }

  private void endParagraph() {
    List<Run> paragraph = runs.take();
    if (!paragraph.isEmpty()) {
      blocks.add(new Paragraph(paragraph));
    }
  }

  private static Set<Style> with(Set<Style> styles, XmlElement element) {
    Set<Style> all = EnumSet.noneOf(Style.class);
    all.addAll(styles);
    switch (element.name().toLowerCase(Locale.ROOT)) {
      case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th" -> all.add(Style.BOLD);
      case "i", "em" -> all.add(Style.ITALIC);
      case "u" -> all.add(Style.UNDERLINE);
      case "s", "strike", "del" -> all.add(Style.STRIKE);
      case "sub" -> all.add(Style.SUBSCRIPT);
      case "sup" -> all.add(Style.SUPERSCRIPT);
      default -> {
        // Others say what they are, not how they look.
      }
    }
    for (String code : WHITE_SPACE.split(element.attribute("styleCode"), -1)) {
      switch (code) {
        case "Bold" -> all.add(Style.BOLD);
        case "Italics", "Emphasis" -> all.add(Style.ITALIC);
        case "Underline" -> all.add(Style.UNDERLINE);
        default -> {
          // Borders and rules of tables are the screen's own.
        }
      }
    }
    if (element.attribute("revised").equals("delete")) {
      all.add(Style.STRIKE);
    }
    return all;
  }
}
