package org.urgentaction.typeset;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a file keeps PDF/UA-1 and PDF/A-2a, or what else it is held to. */
public final class Standards {
  private static final int MOST_FAILURES = 20;

  private Standards() {}

  /** What the file offends against; empty where it keeps both. */
  static List<String> offences(byte[] pdf) throws Exception {
    return offences(pdf, List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A));
  }

  /** What the file offends against in these standards. */
  public static List<String> offences(byte[] pdf, List<PDFAFlavour> flavours) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<String> offences = new ArrayList<>();
    for (PDFAFlavour flavour : flavours) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          PDFAValidator validator =
              Foundries.defaultInstance()
                  .createValidator(flavour, MOST_FAILURES, false, false, false)) {
        ValidationResult result = validator.validate(parser);
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            offences.add(
                flavour
                    + " "
                    + assertion.getRuleId().getClause()
                    + "-"
                    + assertion.getRuleId().getTestNumber()
                    + ": "
                    + assertion.getMessage());
          }
        }
        if (!result.isCompliant() && offences.isEmpty()) {
          offences.add(flavour + " not kept");
        }
      }
    }
    return offences;
  }
}
