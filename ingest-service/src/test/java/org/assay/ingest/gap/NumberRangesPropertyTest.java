package org.assay.ingest.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumberRangesPropertyTest {

    record Span(long first, int length) {}

    @Property(tries = 500)
    void every_number_is_new_once(@ForAll("spans") List<Span> spans) {
        NumberRanges ranges = new NumberRanges();
        Set<Long> known = new HashSet<>();
        for (Span span : spans) {
            long expected = 0;
            for (long number = span.first(); number < span.first() + span.length(); number++) {
                expected += known.add(number) ? 1 : 0;
            }
            assertThat(ranges.add(span.first(), span.first() + span.length() - 1))
                    .isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return Combinators.combine(
                        Arbitraries.longs().between(-5, 60),
                        Arbitraries.integers().between(1, 12))
                .as(Span::new)
                .list()
                .ofMaxSize(40);
    }
}
