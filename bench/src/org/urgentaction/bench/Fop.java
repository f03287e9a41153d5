package org.urgentaction.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.xml.sax.SAXException;

/** Apache FOP, its factory and fonts kept. */
final class Fop {
  private static final String CONFIGURATION =
      "<fop version='1.0'><accessibility>true</accessibility><renderers>"
          + "<renderer mime='application/pdf'><pdf-a-mode>PDF/A-2a</pdf-a-mode>"
          + "<pdf-ua-mode>PDF/UA-1</pdf-ua-mode><fonts>"
          + "<font kerning='yes' embed-url='NotoSerif-Regular.ttf'>"
          + "<font-triplet name='Noto' style='normal' weight='normal'/></font>"
          + "<font kerning='yes' embed-url='NotoSerif-Bold.ttf'>"
          + "<font-triplet name='Noto' style='normal' weight='bold'/></font>"
          + "</fonts></renderer></renderers></fop>";

  private Fop() {}

  static Engine letters() throws IOException {
    try {
      File fonts = new File("src/main/resources/fonts/noto-serif/");
      FopFactory factory =
          new FopConfParser(
                  new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)),
                  fonts.toURI())
              .getFopFactoryBuilder()
              .build();
      TransformerFactory transformers = TransformerFactory.newInstance();
      return writer -> {
        try {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          FOUserAgent agent = factory.newFOUserAgent();
          agent.setTitle(Letter.SUBJECT);
          agent.getEventBroadcaster().addEventListener(event -> {});
          Transformer transformer = transformers.newTransformer();
          transformer.transform(
              new StreamSource(new StringReader(document(writer))),
              new SAXResult(factory.newFop("application/pdf", agent, out).getDefaultHandler()));
          return out.toByteArray();
        } catch (FOPException | TransformerException refused) {
          throw new IOException(refused);
        }
      };
    } catch (SAXException refused) {
      throw new IOException(refused);
    }
  }

  private static String document(Letter.Writer writer) {
    StringBuilder fo =
        new StringBuilder(
            "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en' font-family='Noto'"
                + " font-size='10pt' line-height='1.2'><fo:layout-master-set>"
                + "<fo:simple-page-master master-name='p' page-width='210mm' page-height='297mm'"
                + " margin='18mm 18mm 18mm 22mm'><fo:region-body/></fo:simple-page-master>"
                + "</fo:layout-master-set><fo:declarations>"
                + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                + " rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>"
                + Letter.SUBJECT
                + "</dc:title></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>"
                + "<fo:page-sequence master-reference='p'>"
                + "<fo:flow flow-name='xsl-region-body'>");
    lines(fo, " start-indent='103mm' space-after='19mm'", writer.lines().subList(0, 4));
    lines(fo, " space-after='4mm'", Letter.RECIPIENT);
    block(fo, " start-indent='103mm' space-after='4mm'", writer.lines().get(4));
    block(fo, " role='H1' font-weight='bold' space-after='4pt'", Letter.SUBJECT);
    block(fo, " space-after='4pt'", Letter.SALUTATION);
    Letter.BEFORE.forEach(words -> block(fo, " space-after='4pt'", words));
    fo.append("<fo:list-block provisional-distance-between-starts='12pt' space-after='4pt'>");
    for (String ask : Letter.ASKS) {
      fo.append("<fo:list-item><fo:list-item-label end-indent='label-end()'>");
      block(fo, "", "•");
      fo.append("</fo:list-item-label><fo:list-item-body start-indent='body-start()'>");
      block(fo, "", ask);
      fo.append("</fo:list-item-body></fo:list-item>");
    }
    fo.append("</fo:list-block>");
    block(fo, " space-after='4pt'", Letter.LAST);
    block(fo, " space-after='16mm'", Letter.CLOSING);
    block(fo, " space-after='4pt'", writer.name());
    block(fo, " font-size='9pt'", Letter.COPY);
    return fo.append("</fo:flow></fo:page-sequence></fo:root>").toString();
  }

  private static void lines(StringBuilder fo, String how, List<String> lines) {
    fo.append("<fo:block").append(how).append(">");
    for (String line : lines) {
      block(fo, "", line);
    }
    fo.append("</fo:block>");
  }

  private static void block(StringBuilder fo, String how, String words) {
    fo.append("<fo:block").append(how).append(">").append(words).append("</fo:block>");
  }
}
