package org.urgentaction.docx;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML part, written by StAX so that no text can become markup. */
final class Xml {
  static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "w", WORD,
          "r", RELATIONS,
          "wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
          "a", "http://schemas.openxmlformats.org/drawingml/2006/main",
          "pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
          "adec", "http://schemas.microsoft.com/office/drawing/2017/decorative",
          "cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
          "dc", "http://purl.org/dc/elements/1.1/");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  private interface Step {
    void run() throws XMLStreamException;
  }

  /**
   * @param name of the root element, with its prefix
   * @param prefixes of other namespaces that the part uses
   */
  Xml(String name, String... prefixes) {
    this(name, false, "", prefixes);
  }

  private Xml(String name, boolean plain, String namespace, String... prefixes) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeProcessingInstruction(
          "xml", "version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    if (plain) {
      step(
          () -> {
            writer.writeStartElement(name);
            writer.writeDefaultNamespace(namespace);
          });
    } else {
      start(name);
      namespace(prefix(name));
      for (String prefix : prefixes) {
        namespace(prefix);
      }
    }
  }

  /** A part whose elements have no prefix. */
  static Xml plain(String name, String namespace) {
    return new Xml(name, true, namespace);
  }

  Xml start(String name) {
    step(
        () -> {
          if (name.indexOf(':') < 0) {
            writer.writeStartElement(name);
          } else {
            writer.writeStartElement(prefix(name), local(name), uri(prefix(name)));
          }
        });
    return this;
  }

  /** Declares a namespace on the element just begun. */
  Xml namespace(String prefix) {
    step(() -> writer.writeNamespace(prefix, uri(prefix)));
    return this;
  }

  Xml attribute(String name, Object value) {
    step(
        () -> {
          if (name.indexOf(':') < 0) {
            writer.writeAttribute(name, value.toString());
          } else if (name.startsWith("xml:")) {
            writer.writeAttribute(
                "xml", "http://www.w3.org/XML/1998/namespace", local(name), value.toString());
          } else {
            writer.writeAttribute(prefix(name), uri(prefix(name)), local(name), value.toString());
          }
        });
    return this;
  }

  Xml text(String words) {
    step(() -> writer.writeCharacters(words));
    return this;
  }

  Xml end() {
    step(writer::writeEndElement);
    return this;
  }

  /** An element without content: its name, then names and values of its attributes. */
  Xml empty(String name, Object... attributes) {
    step(
        () -> {
          if (name.indexOf(':') < 0) {
            writer.writeEmptyElement(name);
          } else {
            writer.writeEmptyElement(prefix(name), local(name), uri(prefix(name)));
          }
        });
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i].toString(), attributes[i + 1]);
    }
    return this;
  }

  /** An element whose one attribute is {@code w:val}. */
  Xml value(String name, Object value) {
    return empty(name, "w:val", value);
  }

  /** Ends the root element; the part in UTF-8. */
  byte[] bytes() {
    step(
        () -> {
          writer.writeEndDocument();
          writer.close();
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String prefix(String name) {
    return name.substring(0, name.indexOf(':'));
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String uri(String prefix) {
    String uri = NAMESPACES.get(prefix);
    if (uri == null) {
      throw new IllegalArgumentException("no namespace " + prefix);
    }
    return uri;
  }

  private static void step(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a StringWriter takes everything
    }
  }
}
