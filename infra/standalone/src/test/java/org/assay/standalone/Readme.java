package org.assay.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assay.testkit.recording.RecordedData;

/** The blocks of README.md that are marked to be run, and the answers that it shows. */
record Readme(List<String> commands, List<String> answers) {

    private static final Pattern COMMANDS = Pattern.compile("<!-- run -->\\R```sh\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern ANSWERS = Pattern.compile("<!-- answer -->\\R```json\\R(.*?)```", Pattern.DOTALL);

    static Readme read() throws IOException {
        String text = Files.readString(RecordedData.repositoryRoot().resolve("README.md"));
        return new Readme(blocks(COMMANDS, text), blocks(ANSWERS, text));
    }

    private static List<String> blocks(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** What a shell prints that runs {@code command}. */
    static String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + printed);
        }
        return printed;
    }
}
