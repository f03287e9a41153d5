package org.urgentaction.bench;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** openhtmltopdf as its manual shows it, and tuned as far as it goes without changing its code. */
final class OpenHtmlToPdf {
  private static final String REGULAR = "src/main/resources/fonts/noto-serif/NotoSerif-Regular.ttf";
  private static final String BOLD = "src/main/resources/fonts/noto-serif/NotoSerif-Bold.ttf";

  private OpenHtmlToPdf() {}

  static Engine asItComes() {
    XRLog.setLoggingEnabled(false);
    return writer ->
        rendered(
            builder(writer)
                .useFont(new File(REGULAR), "Noto", 400, FontStyle.NORMAL, true)
                .useFont(new File(BOLD), "Noto", 700, FontStyle.NORMAL, true));
  }

  /** Fonts in memory and without the substitutions that PDFBox is slow at, metrics kept. */
  static Engine tuned() throws IOException {
    XRLog.setLoggingEnabled(false);
    FSSupplier<InputStream> regular = withoutSubstitutions(REGULAR);
    FSSupplier<InputStream> bold = withoutSubstitutions(BOLD);
    FSDefaultCacheStore metrics = new FSDefaultCacheStore();
    return writer ->
        rendered(
            builder(writer)
                .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics)
                .useFont(regular, "Noto", 400, FontStyle.NORMAL, true)
                .useFont(bold, "Noto", 700, FontStyle.NORMAL, true));
  }

  private static PdfRendererBuilder builder(Letter.Writer writer) {
    return new PdfRendererBuilder()
        .usePdfUaAccessibility(true)
        .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
        .withHtmlContent(Letter.html(writer), null);
  }

  private static byte[] rendered(PdfRendererBuilder builder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    builder.toStream(out).run();
    return out.toByteArray();
  }

  /** Calls the font's GSUB table by a name that nothing knows. */
  private static FSSupplier<InputStream> withoutSubstitutions(String path) throws IOException {
    byte[] font = Files.readAllBytes(Path.of(path));
    int tables = ByteBuffer.wrap(font).getShort(4);
    for (int i = 0; i < tables; i++) {
      int record = 12 + 16 * i;
      if ("GSUB".equals(new String(font, record, 4, StandardCharsets.US_ASCII))) {
        font[record] = 'X';
      }
    }
    return () -> new ByteArrayInputStream(font);
  }
}
