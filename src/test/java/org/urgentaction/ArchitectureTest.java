package org.urgentaction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the doors between them, as docs/architecture.md draws them. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.urgentaction");

  @Test
  void roomsAreEnteredFromAboveOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.urgentaction..")
        .layer("cli")
        .definedBy("org.urgentaction.cli..")
        .layer("web")
        .definedBy("org.urgentaction.web..")
        .layer("sending")
        .definedBy("org.urgentaction.sending..")
        .layer("dispatch")
        .definedBy("org.urgentaction.dispatch..")
        .layer("returns")
        .definedBy("org.urgentaction.returns..")
        .layer("mail")
        .definedBy("org.urgentaction.mail..")
        .layer("log")
        .definedBy("org.urgentaction.log..")
        .layer("letter")
        .definedBy("org.urgentaction.letter..")
        .layer("report")
        .definedBy("org.urgentaction.report..")
        .layer("importing")
        .definedBy("org.urgentaction.importing..")
        .layer("fax")
        .definedBy("org.urgentaction.fax..")
        .layer("typeset")
        .definedBy("org.urgentaction.typeset..")
        .layer("docx")
        .definedBy("org.urgentaction.docx..")
        .layer("document")
        .definedBy("org.urgentaction.document..")
        .layer("campaign")
        .definedBy("org.urgentaction.campaign..")
        .layer("input")
        .definedBy("org.urgentaction.input..")
        .layer("problem")
        .definedBy("org.urgentaction.problem..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("sending")
        .mayOnlyBeAccessedByLayers("cli", "web")
        .whereLayer("dispatch")
        .mayOnlyBeAccessedByLayers("cli", "sending", "web")
        .whereLayer("returns")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "sending", "web")
        .whereLayer("mail")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "returns", "sending", "web")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli", "web")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "report", "returns", "sending", "web")
        .whereLayer("letter")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "report", "sending", "web")
        .whereLayer("importing")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("fax")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "web")
        .whereLayer("docx")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "report")
        .whereLayer("typeset")
        .mayOnlyBeAccessedByLayers("cli", "dispatch", "fax", "report", "web")
        .whereLayer("document")
        .mayOnlyBeAccessedByLayers(
            "cli", "dispatch", "docx", "fax", "letter", "report", "typeset", "web")
        .whereLayer("input")
        .mayOnlyBeAccessedByLayers("importing", "letter")
        .whereLayer("campaign")
        .mayOnlyBeAccessedByLayers(
            "cli", "dispatch", "importing", "letter", "log", "report", "returns", "sending", "web")
        .check(HOUSE);
  }

  @Test
  void noRoomsDependOnEachOther() {
    slices().matching("org.urgentaction.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void onlyMainTouchesStandardStreamsAndExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.urgentaction.cli.Main")
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(java.io.FileDescriptor.class, "out")
        .orShould()
        .accessField(java.io.FileDescriptor.class, "err")
        .check(HOUSE);
  }

  @Test
  void nothingIsStaticThatChanges() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(HOUSE);
  }

  @Test
  void noRoomIsAStoreroom() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..utils..", "..common..", "..helper..")
        .check(HOUSE);
  }

  @Test
  void theRealClockIsReadInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.urgentaction.cli.Workbench")
        .should()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(HOUSE);
  }
}
