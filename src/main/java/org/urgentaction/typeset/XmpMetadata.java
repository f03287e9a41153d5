package org.urgentaction.typeset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The metadata of a file: its title and language, and which standards it keeps (ISO 16684-1). */
record XmpMetadata(String title, Locale language) {
  private static final byte[] START =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
       xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
       xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">"""
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] MIDDLE =
      """
      </rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>"""
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] END =
      """
      </rdf:li></rdf:Bag></dc:language>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>
      <rdf:Description rdf:about=""
       xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
       xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
       xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>part of ISO 14289 that the file keeps</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
          .getBytes(StandardCharsets.UTF_8);

  byte[] bytes() {
    String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip();
    ContentStream packet = new ContentStream(START.length + MIDDLE.length + END.length + 200);
    packet.bytes(START).bytes(escaped.getBytes(StandardCharsets.UTF_8)).bytes(MIDDLE);
    return packet.text(language.toLanguageTag()).bytes(END).toByteArray();
  }
}
