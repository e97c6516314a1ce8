package org.assay.ratings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final RatingsModel MODEL = model("1.0");

    @Test
    void what_was_written_is_read_and_written_again_to_the_same_bytes() {
        byte[] bytes = ModelFile.write(MODEL);

        RatingsModel read = ModelFile.read(bytes);

        assertThat(read.version()).isEqualTo("1.0");
        assertThat(read.provenance()).containsEntry("panel.sha256", "abc");
        assertThat(ModelFile.write(read)).isEqualTo(bytes);
        double[] ranks = {0.3, Double.NaN};
        assertThat(read.trader().scorer().score(ranks))
                .isEqualTo(MODEL.trader().scorer().score(ranks));
    }

    @Test
    void a_damaged_file_is_refused_wherever_the_damage_is() {
        byte[] bytes = ModelFile.write(MODEL);

        for (int cut = 0; cut < bytes.length; cut += 7) {
            byte[] part = Arrays.copyOf(bytes, cut);
            try {
                // Without the zip's table of contents at the end, the content may still be whole.
                assertThat(ModelFile.write(ModelFile.read(part))).isEqualTo(bytes);
                assertThat(cut).isGreaterThan(bytes.length / 2);
            } catch (ModelException.Corrupt e) {
                assertThat(e.code()).isEqualTo("model_corrupt");
            }
        }
        assertThatThrownBy(() -> ModelFile.read("date,symbol\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelException.Corrupt.class)
                .hasMessageContaining("no model");
    }

    @Test
    void content_that_does_not_match_its_digest_is_refused() {
        byte[] changed = rewritten(ModelFile.write(MODEL), "model.sha256=", "model.sha256=0");

        assertThatThrownBy(() -> ModelFile.read(changed))
                .isInstanceOf(ModelException.Corrupt.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void a_model_of_another_format_is_refused_with_both_formats() {
        byte[] later = rewritten(ModelFile.write(MODEL), "format=1", "format=9");

        assertThatThrownBy(() -> ModelFile.read(later))
                .isInstanceOf(ModelException.Unsupported.class)
                .hasMessage("the model has format 9, this program reads format 1");
    }

    @Test
    void a_model_that_needs_an_unknown_feature_is_refused() {
        assertThatThrownBy(() -> new GradeModel(
                        List.of(new ModelFeature("moon_phase", 0, 0)), new Scorer(0, new double[1], List.of()), 0))
                .isInstanceOf(ModelException.Unsupported.class)
                .hasMessageContaining("moon_phase");
    }

    @Test
    void several_versions_serve_side_by_side(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a.model"), ModelFile.write(MODEL));
        Files.write(folder.resolve("b.model"), ModelFile.write(model("2.0")));

        ModelStore store = ModelStore.withFolder(folder);

        assertThat(store.version("1.0").version()).isEqualTo("1.0");
        assertThat(store.version("2.0").version()).isEqualTo("2.0");
        assertThat(store.all()).hasSize(3);
        assertThatThrownBy(() -> store.version("3.0"))
                .isInstanceOf(ModelException.Unknown.class)
                .hasMessageContaining("1.0");
        assertThatThrownBy(() -> ModelStore.load(folder.resolve("none.model")))
                .isInstanceOf(ModelException.Unknown.class);
    }

    private static RatingsModel model(String version) {
        Tree tree = new Tree(
                new int[] {0, 1},
                new double[] {0.5, 0.25},
                new boolean[] {true, false},
                new int[] {1, -1},
                new int[] {-2, -3},
                new int[] {100, 60},
                new double[] {0.5, -0.25, 0.125},
                new int[] {20, 40, 40});
        GradeModel grade = new GradeModel(
                List.of(new ModelFeature("vol30", -1, -1), new ModelFeature("mom7", 0, 0)),
                new Scorer(0.1, new double[] {-1, 0.5}, List.of(tree)),
                2);
        return new RatingsModel(version, grade, grade, Map.of("panel.sha256", "abc"));
    }

    /** The file with a piece of its provenance replaced. */
    private static byte[] rewritten(byte[] file, String from, String to) {
        return ZipRewriter.replace(file, "provenance.txt", from, to);
    }
}
