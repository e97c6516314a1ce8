package org.assay.api.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SelectTest {

    @Test
    void numbersThePlacesInTheOrderOfTheValues() {
        Select select = Select.of("select a from t")
                .where("b = ?", "x")
                .where("c = ? or d > ?", 1, 2)
                .then("order by a limit ?", 10);
        assertThat(select.text())
                .isEqualTo("select a from t where (b = $1) and (c = $2 or d > $3) order by a limit $4");
        assertThat(select.bound()).containsExactly("x", 1, 2, 10);
    }

    @Test
    void keepsCallersTextOutOfTheStatement() {
        Select select = Select.of("select a from t").where("b = ?", "' or $1 ? --");
        assertThat(select.text()).isEqualTo("select a from t where (b = $1)");
        assertThat(select.bound()).containsExactly("' or $1 ? --");
    }

    @Test
    void refusesMoreValuesThanPlaces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Select.of("select a from t").where("b = ?", 1, 2));
    }
}
