package org.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void haveTheseKeysAndDefaults() {
        List<String> settings = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.assay.api").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .flatMap(type -> keys(type.reflect()))
                        .sorted()
                        .toList();

        assertThat(settings)
                .containsExactly(
                        "assay.api.connection.request-timeout=15s",
                        "assay.api.cursor.secret=",
                        "assay.api.key.forget-after=10m",
                        "assay.api.key.last-used-flush=10s",
                        "assay.api.key.lookups=64",
                        "assay.api.key.refresh=2s",
                        "assay.api.key.trust-without-database=5m",
                        "assay.api.key.unknown-capacity=10000",
                        "assay.api.key.unknown-ttl=5s",
                        "assay.api.limit.free-per-day=100000",
                        "assay.api.limit.free-per-minute=300",
                        "assay.api.limit.lease-time=1s",
                        "assay.api.limit.max-lease=2000",
                        "assay.api.limit.pro-per-day=5000000",
                        "assay.api.limit.pro-per-minute=6000",
                        "assay.api.limit.redis-timeout=500ms",
                        "assay.api.price.directory-refresh=30s",
                        "assay.api.price.stale-after=60s");
    }

    private static Stream<String> keys(Class<?> settings) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(settings.getDeclaredConstructors()[0].getParameters())
                .map(parameter -> prefix + "." + kebab(parameter.getName()) + "=" + byDefault(parameter));
    }

    private static String byDefault(Parameter parameter) {
        return parameter.getAnnotation(Bindable.class).defaultValue();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
