package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Word refuses a file whose elements stand in another order than the schema's sequences. */
class SchemaOrderTest {
  /** ISO/IEC 29500-4, annex A: the sequences of the types that are written here. */
  private static final Map<String, List<String>> SEQUENCES =
      Map.ofEntries(
          sequence("w:document", "w:background w:body"),
          sequence(
              "w:pPr",
              "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr"
                  + " w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku"
                  + " w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi"
                  + " w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing"
                  + " w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment"
                  + " w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr"
                  + " w:pPrChange"),
          sequence(
              "w:rPr",
              "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike"
                  + " w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish"
                  + " w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight"
                  + " w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang"
                  + " w:eastAsianLayout w:specVanish w:oMath"),
          sequence("w:numPr", "w:ilvl w:numId"),
          sequence(
              "w:sectPr",
              "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:cols w:titlePg w:bidi"
                  + " w:rtlGutter"),
          sequence("w:tbl", "w:tblPr w:tblGrid w:tr"),
          sequence(
              "w:tblPr",
              "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblW w:jc w:tblCellSpacing w:tblInd"
                  + " w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook"),
          sequence("w:tblCellMar", "w:top w:left w:bottom w:right"),
          sequence("w:tr", "w:tblPrEx w:trPr w:tc"),
          sequence("w:tc", "w:tcPr w:p"),
          sequence("w:tcPr", "w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:vAlign"),
          sequence("w:pBdr", "w:top w:left w:bottom w:right w:between w:bar"),
          sequence("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
          sequence("w:hdr", "w:p"),
          sequence("w:ftr", "w:p"),
          sequence("w:styles", "w:docDefaults w:latentStyles w:style"),
          sequence("w:docDefaults", "w:rPrDefault w:pPrDefault"),
          sequence(
              "w:style",
              "w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority"
                  + " w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:pPr w:rPr w:tblPr w:trPr w:tcPr"),
          sequence("w:numbering", "w:numPicBullet w:abstractNum w:num"),
          sequence("w:abstractNum", "w:nsid w:multiLevelType w:tmpl w:name w:styleLink w:lvl"),
          sequence("w:num", "w:abstractNumId w:lvlOverride"),
          sequence("w:lvlOverride", "w:startOverride w:lvl"),
          sequence(
              "w:lvl",
              "w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlPicBulletId"
                  + " w:legacy w:lvlJc w:pPr w:rPr"),
          sequence(
              "w:settings",
              "w:writeProtection w:view w:zoom w:removePersonalInformation w:removeDateAndTime"
                  + " w:autoHyphenation w:defaultTabStop w:characterSpacingControl w:compat"
                  + " w:themeFontLang"),
          sequence("w:fonts", "w:font"),
          sequence("w:font", "w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig"),
          sequence(
              "wp:inline", "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic"),
          sequence("pic:pic", "pic:nvPicPr pic:blipFill pic:spPr"),
          sequence("pic:nvPicPr", "pic:cNvPr pic:cNvPicPr"),
          sequence("pic:blipFill", "a:blip a:srcRect a:tile a:stretch"),
          sequence("pic:spPr", "a:xfrm a:prstGeom"),
          sequence("a:xfrm", "a:off a:ext"),
          sequence("w:p", "w:pPr *"),
          sequence("w:r", "w:rPr *"));

  private static final Set<String> MANY =
      Set.of(
          "w:style",
          "w:abstractNum",
          "w:num",
          "w:lvl",
          "w:lvlOverride",
          "w:font",
          "w:tr",
          "w:tc",
          "w:p",
          "w:footerReference");

  private static Map.Entry<String, List<String>> sequence(String type, String children) {
    return Map.entry(type, Arrays.asList(children.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar", "th", "ja", "hy"})
  void elementsStandInTheOrderOfTheSchema(String language) throws Exception {
    WordFile file = WordFile.of(Samples.rich(language));
    Set<String> met = new HashSet<>(checked(WordFile.of(Samples.bulletin(language))));
    met.addAll(checked(file));
    assertEquals(SEQUENCES.keySet(), met, "every sequence is needed");
  }

  /** The types whose sequences are in a file. */
  private static Set<String> checked(WordFile file) throws Exception {
    Set<String> met = new HashSet<>();
    for (String part : file.parts.keySet()) {
      if (part.startsWith("word/") && part.endsWith(".xml")) {
        check(file.xml(part), part, met);
      }
    }
    return met;
  }

  private static void check(Element element, String part, Set<String> met) {
    List<String> order = SEQUENCES.get(element.getTagName());
    int last = -1;
    for (Element child : WordFile.children(element)) {
      if (order != null) {
        met.add(element.getTagName());
        int place = order.indexOf(child.getTagName());
        place = place < 0 ? order.indexOf("*") : place;
        String said = part + ": " + child.getTagName() + " in " + element.getTagName();
        assertTrue(place >= 0, said + " is not of the schema");
        assertTrue(place >= last, said + " stands too late");
        assertTrue(
            place > last || order.get(place).equals("*") || MANY.contains(child.getTagName()),
            said + " stands twice");
        last = place;
      }
      check(child, part, met);
    }
  }
}
