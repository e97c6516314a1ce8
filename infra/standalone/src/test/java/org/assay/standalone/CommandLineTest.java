package org.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.standalone.folder.Claim;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.MarketData;
import org.assay.standalone.folder.Running;
import org.assay.standalone.folder.Running.State;
import org.assay.testkit.embedded.LoopbackPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --bogus",
                "sideways",
                "up --simulate --replay .",
                "up --speed max",
                "up --rate 100",
                "up --simulate --rate 5",
                "up --simulate --rate 50001",
                "up --port 0",
                "up --port 65536",
                "up --port eighty",
                "up --replay nowhere-at-all",
                "up --replay . --speed warp",
                "up --replay . --capture frames",
                "keys",
                "keys create --plan free",
                "keys create --plan gold --name x",
                "keys create --plan free --name ''"
            })
    void a_wrong_command_line_ends_with_2_and_says_where_help_is(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: ").contains("remedy: see 'assay");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nothing_to_run_shows_the_commands() {
        assertThat(run("")).isEqualTo(2);
        assertThat(err.toString()).contains("up", "down", "status", "keys", "version", "help");
    }

    @Test
    void help_and_version_go_to_standard_output() {
        assertThat(run("help")).isZero();
        assertThat(run("up --help")).isZero();
        assertThat(run("version")).isZero();
        assertThat(out.toString()).contains("--simulate", "--replay", "--detach", "--fresh");
    }

    @Test
    void status_and_keys_say_when_nothing_runs_and_down_is_content() {
        assertThat(run("status --data " + folder)).isEqualTo(3);
        assertThat(run("keys create --plan free --name me --data " + folder)).isEqualTo(3);
        assertThat(err.toString()).contains("error: nothing runs in", "remedy: start it with './assay up'");
        assertThat(run("down --data " + folder)).isZero();
    }

    @Test
    void a_key_asked_for_before_the_database_is_there_is_refused_without_a_stack_trace() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        try (Claim claim = new DataFolder(folder).claim(MarketData.SIMULATED, false)) {
            claim.announce(new Running(
                    self.pid(),
                    self.info().startInstant().orElseThrow(),
                    MarketData.SIMULATED,
                    State.STARTING,
                    "http://127.0.0.1:8080",
                    LoopbackPort.free()));
            Files.createDirectory(folder.resolve("postgres"));
            Files.writeString(folder.resolve("postgres/password"), "secret");

            assertThat(run("keys create --plan free --name me --data " + folder))
                    .isEqualTo(12);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("is still starting", "remedy: ").doesNotContain("\tat ");
    }

    @Test
    void a_taken_port_is_named_with_its_remedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThat(run("up --simulate --detach --port " + port + " --data " + folder.resolve("data")))
                    .isEqualTo(7);
            assertThat(err.toString()).contains("port " + port, "--port N");
        }
    }

    private int run(String line) {
        String[] arguments =
                line.isEmpty() ? new String[0] : line.replace("''", "\0").split(" ", -1);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace("\0", "");
        }
        return Assay.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
