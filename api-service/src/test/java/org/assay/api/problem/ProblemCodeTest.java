package org.assay.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{3}|any 4xx) \\| `([a-z0-9_]+)` \\|");

    @Test
    void standsInTheDocumentationWithItsStatus() throws IOException {
        String page = Files.readString(Path.of("../docs/api.md"));
        List<String> documented =
                ROW.matcher(page).results().map(ProblemCodeTest::statusAndCode).toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code ->
                                (code == ProblemCode.REQUEST_REJECTED ? "any 4xx" : code.status()) + " " + code.code())
                        .toList());
    }

    private static String statusAndCode(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }
}
