package org.chartseal.services.clinical.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.seal.RefusedException;

/** XML bytes as text, in the encoding that they claim (XML 1.0, appendix F) and in no other. */
final class XmlText {

  private static final int DECLARATION = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlText() {}

  static String decode(byte[] xml) throws RefusedException {
    try {
      String text = charset(xml).newDecoder().decode(ByteBuffer.wrap(xml)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException
        | IllegalCharsetNameException
        | UnsupportedCharsetException e) {
      throw new RefusedException(DocumentFaults.NOT_UTF8);
    }
  }

  private static Charset charset(byte[] xml) {
    int first = (at(xml, 0) << 8) | at(xml, 1);
    if (first == 0xfeff || first == 0xfffe || first == 0x003c || first == 0x3c00) {
      return first == 0xfeff || first == 0x003c
          ? StandardCharsets.UTF_16BE
          : StandardCharsets.UTF_16LE;
    }
    int mark = first == 0xefbb && at(xml, 2) == 0xbf ? 3 : 0;
    int length = Math.min(DECLARATION, xml.length - mark);
    Matcher declared = ENCODING.matcher(new String(xml, mark, length, StandardCharsets.ISO_8859_1));
    return declared.find() && mark == 0
        ? Charset.forName(declared.group(1))
        : StandardCharsets.UTF_8;
  }

  private static int at(byte[] xml, int index) {
    return index < xml.length ? xml[index] & 0xff : 0x20;
  }
}
