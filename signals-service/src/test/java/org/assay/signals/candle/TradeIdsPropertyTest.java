package org.assay.signals.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;

class TradeIdsPropertyTest {

    @Property
    void holdsWhatItSaysItHoldsAndNothingElse(
            @ForAll @Size(max = 200) List<@LongRange(min = -40, max = 120) Long> added) {
        TradeIds ids = new TradeIds();
        Set<Long> held = new HashSet<>();
        for (long id : added) {
            if (ids.add(id)) {
                held.add(id);
            } else {
                assertThat(ids.runs()).isEqualTo(TradeIds.MOST_RUNS);
            }
        }
        StateWriter out = new StateWriter();
        ids.write(out);
        TradeIds read = TradeIds.read(new StateReader(out.take()));

        for (long id = -45; id <= 125; id++) {
            assertThat(ids.contains(id)).isEqualTo(held.contains(id));
            assertThat(read.contains(id)).isEqualTo(held.contains(id));
        }
    }
}
