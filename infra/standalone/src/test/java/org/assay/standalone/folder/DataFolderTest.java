package org.assay.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void is_made_for_its_owner_alone_and_marked() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("new"));

        try (Claim claim = folder.claim(MarketData.SIMULATED, false)) {
            assertThat(claim.folder()).isSameAs(folder);
            assertThat(Files.readString(folder.resolve("assay.properties"))).contains("market-data=simulated");
            assertThat(Files.getPosixFilePermissions(folder.path())).hasSize(3);
        }
    }

    @Test
    void is_held_by_one_at_a_time() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("held"));

        try (Claim held = folder.claim(MarketData.LIVE, false)) {
            assertThat(held).isNotNull();
            assertRefused(folder, MarketData.LIVE, false, Reason.FOLDER_IN_USE, "./assay down");
        }
        folder.claim(MarketData.LIVE, false).close();
    }

    @Test
    void keeps_to_one_kind_of_market_data_until_it_is_emptied() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("kind"));
        folder.claim(MarketData.LIVE, false).close();
        Files.writeString(folder.resolve("something"), "of the live market");

        assertRefused(folder, MarketData.SIMULATED, false, Reason.OTHER_MARKET_DATA, "--fresh");
        folder.claim(MarketData.SIMULATED, true).close();
        assertThat(folder.resolve("something")).doesNotExist();
        assertRefused(folder, MarketData.RECORDED, false, Reason.OTHER_MARKET_DATA, "--data DIR");
    }

    @Test
    void leaves_a_folder_alone_that_is_not_its_own_even_when_told_to_empty_it() throws Exception {
        Path home = Files.createDirectory(parent.resolve("home"));
        Path letter = Files.writeString(home.resolve("letter.txt"), "dear");

        assertRefused(new DataFolder(home), MarketData.LIVE, false, Reason.FOREIGN_FOLDER, "--data DIR");
        assertRefused(new DataFolder(home), MarketData.LIVE, true, Reason.FOREIGN_FOLDER, "--data DIR");
        assertThat(letter).exists();
    }

    @Test
    void takes_a_folder_that_holds_nothing_but_an_empty_temporary_one() throws Exception {
        Path launched = parent.resolve("launched");
        Files.createDirectories(launched.resolve("tmp"));
        new DataFolder(launched).claim(MarketData.LIVE, false).close();

        Path other = parent.resolve("other");
        Path letter =
                Files.writeString(Files.createDirectories(other.resolve("tmp")).resolve("letter.txt"), "mine");
        assertRefused(new DataFolder(other), MarketData.LIVE, true, Reason.FOREIGN_FOLDER, "--data DIR");
        assertThat(letter).hasContent("mine");
    }

    @Test
    void refuses_a_file_in_place_of_a_folder() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        assertRefused(new DataFolder(file), MarketData.LIVE, false, Reason.FOREIGN_FOLDER, "--data DIR");
    }

    @Test
    void knows_what_runs_in_it_and_forgets_a_process_that_is_gone() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("running"));
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseThrow();

        try (Claim claim = folder.claim(MarketData.LIVE, false)) {
            assertThat(folder.running()).isEmpty();
            claim.announce(
                    new Running(self.pid(), started, MarketData.LIVE, State.READY, "http://127.0.0.1:8080", 5432));
            assertThat(folder.running().map(Running::state)).contains(State.READY);
            // The same pid, but a process that was started at another time.
            claim.announce(new Running(
                    self.pid(), started.minusSeconds(60), MarketData.LIVE, State.READY, "http://127.0.0.1:8080", 5432));
            assertThat(folder.running()).isEmpty();
        }
    }

    private static void assertRefused(
            DataFolder folder, MarketData marketData, boolean fresh, Reason reason, String remedy) {
        assertThatThrownBy(() -> folder.claim(marketData, fresh).close())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.remedy()).contains(remedy);
                });
    }
}
