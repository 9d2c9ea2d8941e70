package dev.tarebench.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the house to its plan: which room may look into which. */
@AnalyzeClasses(packages = "dev.tarebench", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "dev.tarebench.";

    @ArchTest
    static final ArchRule TOOLCHAINS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage(ROOT + "toolchains..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "workloads..", ROOT + "polybench..", ROOT + "reports..", ROOT + "benchmarks..");

    @ArchTest
    static final ArchRule WORKLOADS_KNOW_TOOLCHAINS_ONLY = noClasses()
            .that()
            .resideInAPackage(ROOT + "workloads..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "polybench..", ROOT + "reports..", ROOT + "benchmarks..");

    @ArchTest
    static final ArchRule POLYBENCH_KNOWS_NO_REPORT_AND_NO_PLAN = noClasses()
            .that()
            .resideInAPackage(ROOT + "polybench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "reports..", ROOT + "benchmarks..");

    @ArchTest
    static final ArchRule REPORTS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage(ROOT + "reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "toolchains..", ROOT + "workloads..", ROOT + "polybench..", ROOT + "benchmarks..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "benchmarks.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule ONLY_TOOLS_START_PROCESSES = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "toolchains.command..", ROOT + "toolchains.launch..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.zeroturnaround..");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles();
}
