package org.assay.simulator.tape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what the market is a function of, so that it is the same after a restart. Written whole, or not at all. */
public final class ScheduleFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** Keeps it in this folder, as {@code market.json}. */
    public ScheduleFile(Path folder) {
        this.file = folder.resolve("market.json");
    }

    /**
     * What the market is a function of.
     *
     * @param epoch the first day of the price paths
     * @param tokens how many tokens have markets
     */
    public record Origin(long seed, LocalDate epoch, int tokens, RateSchedule schedule) {}

    /** What was kept; empty where nothing was. */
    public Optional<Origin> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode root = JSON.readTree(file.toFile());
        List<RateSchedule.Segment> segments = new ArrayList<>();
        for (JsonNode segment : root.path("segments")) {
            segments.add(new RateSchedule.Segment(
                    segment.path("from_us").asLong(),
                    segment.path("trades_per_second").asDouble()));
        }
        if (segments.isEmpty()) {
            throw new IOException(file + " holds no rate schedule; remove it to begin a new market");
        }
        return Optional.of(new Origin(
                root.path("seed").asLong(),
                LocalDate.parse(root.path("epoch").asText()),
                root.path("tokens").asInt(),
                new RateSchedule(segments)));
    }

    /** Keeps it; on return it is on the disk. */
    public void write(Origin origin) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", origin.seed());
        root.put("epoch", origin.epoch().toString());
        root.put("tokens", origin.tokens());
        var segments = root.putArray("segments");
        for (RateSchedule.Segment segment : origin.schedule().segments()) {
            segments.addObject().put("from_us", segment.fromUs()).put("trades_per_second", segment.tradesPerSecond());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling("market.json.new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
