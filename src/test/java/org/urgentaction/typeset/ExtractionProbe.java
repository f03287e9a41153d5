package org.urgentaction.typeset;
import java.nio.file.*; import java.util.*;
import org.junit.jupiter.api.Test; import org.apache.pdfbox.Loader; import org.apache.pdfbox.text.PDFTextStripper;
import org.urgentaction.document.*;
class ExtractionProbe {
  static String norm(String s){ return s.replaceAll("[\\s\u00A0\u202F]+"," ").trim(); }
  static String run(String... c) throws Exception { Process p=new ProcessBuilder(c).start(); String s=new String(p.getInputStream().readAllBytes(),"UTF-8"); p.waitFor(); return s; }
  @Test void probe() throws Exception {
    for (Letters.Words w : Letters.ALL) {
      List<String> lines=new ArrayList<>(); Document d=Letters.letter(w);
      for (Block b:d.blocks()) { if(b instanceof Block.Address a) for(var l:a.lines()) lines.add(Inline.plain(l)); else if(b instanceof Block.Paragraph p) lines.add(Inline.plain(p.content())); else if(b instanceof Block.Heading h) lines.add(Inline.plain(h.content())); else if(b instanceof Block.Listing l) for(var i:l.items()) lines.add(Inline.plain(((Block.Paragraph)i.get(0)).content())); }
      Path f=Path.of("target/letters/"+w.language()+".pdf"); Files.write(f,new PdfPress(FontLibrary.bundled(),new PageStyle(Paper.A4,true),List.of(d)).set(d).pdf());
      Map<String,String> outs=new LinkedHashMap<>();
      outs.put("pdftotext",run("pdftotext",f.toString(),"-")); outs.put("-raw",run("pdftotext","-raw",f.toString(),"-")); outs.put("-layout",run("pdftotext","-layout",f.toString(),"-"));
      try(var doc=Loader.loadPDF(f.toFile())){ PDFTextStripper s=new PDFTextStripper(); outs.put("pdfbox",s.getText(doc)); s=new PDFTextStripper(); s.setSortByPosition(true); outs.put("pdfbox-sorted",s.getText(doc)); }
      StringBuilder sb=new StringBuilder(w.language());
      for(var e:outs.entrySet()){ String t=norm(e.getValue()); t=t.replaceAll("[\u200E\u200F\u202A-\u202E]",""); int ok=0,words=0,wok=0; String firstBad=null; for(String l:lines){ for(String x:norm(l).split(" ")){ words++; if(t.contains(x)) wok++; } if(t.contains(norm(l))) ok++; else if(firstBad==null) firstBad=l; } sb.append(String.format("  %s lines %d/%d words %d/%d%s",e.getKey(),ok,lines.size(),wok,words, "")); if(firstBad!=null&&Boolean.getBoolean("v")) sb.append(" BAD ["+firstBad+"]"); }
      System.out.println(sb);
    }
  }
}
