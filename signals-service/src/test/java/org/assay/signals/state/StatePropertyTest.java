package org.assay.signals.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class StatePropertyTest {

    @Property
    void everythingIsReadAsItWasWritten(
            @ForAll long number,
            @ForAll double real,
            @ForAll String text,
            @ForAll @Scale(18) @BigRange(min = "-99999999999999999999", max = "99999999999999999999")
                    BigDecimal decimal,
            @ForAll Set<Long> numbers) {
        StateWriter out = new StateWriter();
        out.signed(number).unsigned(number).fixed(number).flag(true).real(real);
        out.text(text).decimal(decimal).decimal(null).ascending(new TreeSet<>(numbers));

        StateReader in = new StateReader(out.take());

        assertThat(in.signed()).isEqualTo(number);
        assertThat(in.unsigned()).isEqualTo(number);
        assertThat(in.fixed()).isEqualTo(number);
        assertThat(in.flag()).isTrue();
        assertThat(in.real()).isEqualTo(real);
        // A lone surrogate has no form in UTF-8.
        assertThat(in.text().length()).isEqualTo(text.length());
        assertThat(in.decimal()).isEqualTo(decimal);
        assertThat(in.decimal()).isNull();
        assertThat(in.ascending()).isEqualTo(new TreeSet<>(numbers));
        assertThatThrownBy(in::flag).isInstanceOf(IllegalStateException.class);
    }
}
