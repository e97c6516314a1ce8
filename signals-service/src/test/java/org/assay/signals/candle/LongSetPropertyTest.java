package org.assay.signals.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LongSetPropertyTest {

    @Property(tries = 200)
    void holdsWhatWasAddedAndNothingElse(@ForAll @Size(max = 300) List<Long> added, @ForAll List<Long> others) {
        LongSet set = new LongSet();
        added.forEach(set::add);

        Set<Long> expected = new HashSet<>(added);
        assertThat(added).allMatch(set::contains);
        assertThat(others).allMatch(value -> set.contains(value) == expected.contains(value));
        assertThat(set.contains(0)).isEqualTo(expected.contains(0L));
    }
}
