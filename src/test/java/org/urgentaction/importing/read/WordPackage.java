package org.urgentaction.importing.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file put together part by part, as strangely as a test needs it. */
final class WordPackage {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String DOCUMENT =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
          + " xmlns:r='"
          + OFFICE
          + "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>";

  /** Writes a part's bytes, however many. */
  interface Part {
    void write(OutputStream out) throws IOException;
  }

  private final Map<String, Part> parts = new LinkedHashMap<>();

  WordPackage() {
    part("[Content_Types].xml", "<Types/>");
    main("word/document.xml");
  }

  private WordPackage main(String target) {
    return part(
        "_rels/.rels",
        "<Relationships><Relationship Id='r1' Type='%s/officeDocument' Target='%s'/></Relationships>"
            .formatted(OFFICE, target));
  }

  /** Lets the package name another part as its document. */
  WordPackage documentAt(String target) {
    return main(target);
  }

  WordPackage part(String name, Part part) {
    parts.put(name, part);
    return this;
  }

  WordPackage part(String name, String text) {
    return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The body of the document, in WordprocessingML with the prefixes w, r and mc. */
  WordPackage body(String body) {
    return part("word/document.xml", DOCUMENT + body + "</w:body></w:document>");
  }

  /** A body that begins and ends with the same many times over, and holds nothing between. */
  WordPackage body(String before, String after, int times) {
    return part(
        "word/document.xml",
        out -> {
          out.write(DOCUMENT.getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < times; i++) {
            out.write(before.getBytes(StandardCharsets.UTF_8));
          }
          for (int i = 0; i < times; i++) {
            out.write(after.getBytes(StandardCharsets.UTF_8));
          }
          out.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        });
  }

  /** What the document refers to: id, type, target, and whether it is outside. */
  WordPackage related(String... idTypeTarget) {
    StringBuilder rels = new StringBuilder("<Relationships>");
    for (int i = 0; i + 2 < idTypeTarget.length; i += 3) {
      boolean outside = idTypeTarget[i + 1].equals("hyperlink");
      rels.append(
          "<Relationship Id='%s' Type='%s/%s' Target='%s'%s/>"
              .formatted(
                  idTypeTarget[i],
                  OFFICE,
                  idTypeTarget[i + 1],
                  idTypeTarget[i + 2],
                  outside ? " TargetMode='External'" : ""));
    }
    return part("word/_rels/document.xml.rels", rels + "</Relationships>");
  }

  Path save(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, Part> each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        each.getValue().write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }
}
