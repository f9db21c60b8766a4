package dev.fluxlab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the table in docs/architecture.md. */
final class ArchitectureTest {

    private static final String ROOT = "dev.fluxlab.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.fluxlab");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private record Row(List<String> packages, List<String> libraries) {}

    @Test
    void every_package_uses_only_what_its_row_allows() throws IOException {
        assertThat(CLASSES.size()).as("classes seen").isGreaterThan(20);
        Map<String, Row> table = table();
        List<String> violations = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            Row row = table.get(packageOf(type));
            assertThat(row).as("row of the table for %s", type.getName()).isNotNull();
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> !isAllowed(packageOf(type), row, target))
                    .forEach(target -> violations.add(type.getName() + " uses " + target.getName()));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void packages_are_free_of_cycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.fluxlab.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        Stream<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).distinct();
        assertThat(packages).allSatisfy(name -> assertThat(
                        CLASSES.get(name + ".package-info").isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .isTrue());
    }

    @Test
    void no_class_is_named_for_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
                .check(CLASSES);
    }

    @Test
    void only_the_command_line_prints_and_ends_the_process() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fluxlab.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void classes_are_final_unless_they_are_sealed_or_made_to_be_extended() {
        classes()
                .that(describe(
                        "are top level and concrete",
                        type -> type.isTopLevelClass()
                                && !type.isInterface()
                                && !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
                                && !type.getSimpleName().equals("package-info")
                                && !type.isAnnotatedWith("io.fabric8.kubernetes.model.annotation.Group")
                                && !type.getPackageName().startsWith(ROOT + "flux.api")))
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(CLASSES);
    }

    private static boolean isAllowed(String from, Row row, JavaClass target) {
        String name = target.getName();
        if (!name.startsWith(ROOT)) {
            return target.isPrimitive()
                    || name.startsWith("java.")
                    || name.startsWith("javax.")
                    || name.startsWith("org.jspecify.")
                    || row.libraries().stream().anyMatch(library -> name.startsWith(library + "."));
        }
        String used = packageOf(target);
        return used.equals(from)
                || used.equals("document")
                || row.packages().contains(used)
                || row.packages().contains("everything");
    }

    private static String packageOf(JavaClass type) {
        String below = type.getPackageName()
                .substring(Math.min(ROOT.length(), type.getPackageName().length()));
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 5 && cells[1].contains("`")) {
                List<String> used = cells[2].contains("everything") ? List.of("everything") : codes(cells[2]);
                table.put(codes(cells[1]).get(0), new Row(used, codes(cells[3])));
            }
        }
        assertThat(table).as("rows of the package table").hasSizeGreaterThan(15);
        return table;
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(cell);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }
}
