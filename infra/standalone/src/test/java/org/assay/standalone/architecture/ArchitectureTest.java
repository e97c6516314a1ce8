package org.assay.standalone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the house, over the classes of all modules. */
class ArchitectureTest {

    private static final List<String> VAGUE_PACKAGES =
            List.of("util", "utils", "common", "helper", "helpers", "manager", "impl");

    private static final List<String> VAGUE_SUFFIXES = List.of("Impl", "Util", "Utils", "Helper", "Manager");

    /** Where reading the system's time is the point, with why. */
    private static final Set<String> SYSTEM_TIME_ALLOWED = Set.of(
            // Looks up offsets by the time that Kafka itself stamped, which no replay's clock governs.
            "org.assay.signals.sink.redis.LatestValueSink");

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    private static JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    static void importAllModules() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.assay");
    }

    @ParameterizedTest
    @EnumSource(Modules.class)
    void classes_of_every_module_were_imported(Modules module) {
        assertThat(classes.stream().filter(type -> inside(type, module.rootPackage())))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Modules.class)
    void a_module_depends_only_on_what_the_floor_plan_allows(Modules module) {
        String[] forbidden =
                module.forbidden().stream().map(name -> name + "..").toArray(String[]::new);
        if (forbidden.length == 0) {
            return;
        }
        noClasses()
                .that()
                .resideInAPackage(module.rootPackage() + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void no_package_has_a_name_that_says_nothing() {
        Set<String> vague = new TreeSet<>();
        for (JavaClass type : classes) {
            for (String part : List.of(type.getPackageName().split("\\.", -1))) {
                if (VAGUE_PACKAGES.contains(part)) {
                    vague.add(type.getPackageName());
                }
            }
        }
        assertThat(vague).isEmpty();
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        assertThat(classes.stream().map(JavaClass::getSimpleName).filter(name -> VAGUE_SUFFIXES.stream()
                        .anyMatch(name::endsWith)))
                .isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            JavaPackage owner = type.getPackage();
            // Protobuf writes that package.
            if (!owner.getName().equals("org.assay.events.v1") && !owner.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(owner.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Value")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Property")
                .check(classes);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .that(describe(
                        "are not allowed to read the system's time",
                        type -> !SYSTEM_TIME_ALLOWED.contains(type.getName())))
                .should()
                .callMethodWhere(readsSystemTime())
                .check(classes);
    }

    @Test
    void loggers_are_private_constants() {
        fields().that()
                .haveRawType("org.slf4j.Logger")
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true)
                .check(classes);
    }

    private static DescribedPredicate<JavaMethodCall> readsSystemTime() {
        return describe("reads the system's time without a Clock", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getTarget().getName();
            boolean noClock = call.getTarget().getRawParameterTypes().isEmpty();
            return (owner.equals(System.class.getName()) && method.equals("currentTimeMillis"))
                    || (CLOCKS.contains(owner) && method.equals("now") && noClock);
        });
    }

    private static boolean inside(JavaClass type, String rootPackage) {
        return type.getPackageName().equals(rootPackage)
                || type.getPackageName().startsWith(rootPackage + ".");
    }
}
