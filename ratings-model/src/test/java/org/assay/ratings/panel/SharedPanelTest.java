package org.assay.ratings.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.ratings.panel.Finding.Kind;
import org.assay.ratings.reference.ReferenceFolder;
import org.junit.jupiter.api.Test;

class SharedPanelTest {

    @Test
    void the_shared_panel_is_read_whole() {
        LoadedPanel loaded = PanelReader.read(List.of(ReferenceFolder.panel()));
        Panel panel = loaded.panel();

        assertThat(loaded.report().sources().getFirst().rows()).isEqualTo(424_104);
        assertThat(panel.tokens()).isEqualTo(298);
        assertThat(panel.firstDay()).isEqualTo("2015-01-01");
        assertThat(panel.day(panel.days() - 1)).isEqualTo("2021-12-31");
        assertThat(loaded.report().count(Kind.GAP)).isPositive();
        assertThat(loaded.report().count(Kind.CONFLICTING)).isZero();
        assertThat(loaded.report().count(Kind.UNKNOWN_SCOPE)).isZero();
    }
}
