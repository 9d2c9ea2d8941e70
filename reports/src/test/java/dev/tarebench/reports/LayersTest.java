package dev.tarebench.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tarebench.reports");

    @Test
    void packagesDependInOneDirection() {
        slices().matching("dev.tarebench.reports.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void statisticsKnowNumbersOnly() {
        noClasses()
                .that()
                .resideInAPackage("..statistics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..journal", "..results", "..comparison", "..text", "..page", "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void reportsKnowNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tarebench.toolchains..",
                        "dev.tarebench.workloads..",
                        "dev.tarebench.polybench..",
                        "dev.tarebench.benchmarks..")
                .check(CLASSES);
    }
}
