package org.urgentaction.fax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urgentaction.document.Paper;

/** Those who send faxes take our TIFF as it is: libtiff reads it, HylaFAX need not convert it. */
class ClassFTiffTest {
  private static final String IN_THE_PACKAGE = "/usr/lib/hylafax/bin/tiffcheck";

  @TempDir Path folder;

  private Path fax(Paper paper, FaxResolution resolution) throws Exception {
    Path file = folder.resolve("fax.tiff");
    Files.write(file, new CampaignFax("ua-31-22-3", "en", paper, null).set(resolution).tiff());
    return file;
  }

  @ParameterizedTest
  @EnumSource(FaxResolution.class)
  void libtiffSeesTwoPagesOfClassF(FaxResolution resolution) throws Exception {
    assumeTrue(Programs.find("tiffinfo").isPresent(), "libtiff-tools is not installed");
    Programs.Answer answer = Programs.run("tiffinfo", "-D", fax(Paper.A4, resolution).toString());
    assertEquals(0, answer.status(), answer.err());
    assertEquals("", answer.err(), "tiffinfo has no complaint");
    for (String line :
        List.of(
            "Subfile Type: multi-page document (2 = 0x2)",
            "Image Width: 1728",
            "Resolution: 204, %d pixels/inch".formatted(resolution.down()),
            "Compression Scheme: CCITT Group 4",
            "Photometric Interpretation: min-is-white",
            "Page Number: 0-2",
            "Page Number: 1-2",
            "Fax Data: clean")) {
      assertTrue(answer.out().contains(line), line + " in " + answer.out());
    }
  }

  @ParameterizedTest
  @EnumSource(FaxResolution.class)
  void hylafaxSendsItWithoutConverting(FaxResolution resolution) throws Exception {
    for (Paper paper : Paper.values()) {
      assertEquals("OK", checked(fax(paper, resolution), resolution), paper.name());
    }
  }

  @Test
  void hylafaxFindsOutTheOtherResolution() throws Exception {
    assertEquals("REVRES", checked(fax(Paper.A4, FaxResolution.FINE), FaxResolution.STANDARD));
  }

  private static String checked(Path file, FaxResolution resolution) throws Exception {
    Optional<Path> tiffcheck = Programs.find("tiffcheck", IN_THE_PACKAGE);
    assumeTrue(tiffcheck.isPresent(), "HylaFAX's tiffcheck is not installed");
    Programs.Answer answer =
        Programs.run(
            tiffcheck.orElseThrow().toString(),
            "-3",
            "-r",
            String.valueOf(resolution.down()),
            file.toString());
    assertEquals(0, answer.status(), answer.err());
    assertEquals("", answer.err());
    return answer.out().lines().findFirst().orElse("");
  }
}
