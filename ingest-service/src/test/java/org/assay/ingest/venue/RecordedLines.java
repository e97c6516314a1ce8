package org.assay.ingest.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assay.testkit.recording.RecordedData;

/** Reads recordings of others in a way of its own, so that adapters can be held against it. */
public final class RecordedLines {

    private static final Pattern ANSWER = Pattern.compile("^https?://\\S+ -> [0-9.]+: ");
    private static final Pattern RECEIVED = Pattern.compile("^[0-9.]+:? ");

    private RecordedLines() {}

    /** The frames that a recording received, without their times. */
    public static List<String> received(String file) {
        return lines(file)
                .map(RECEIVED::matcher)
                .filter(Matcher::find)
                .map(match -> match.replaceFirst(""))
                .toList();
    }

    /** The first REST answer of a recording. */
    public static String firstAnswer(String file) {
        return lines(file)
                .map(ANSWER::matcher)
                .filter(Matcher::find)
                .map(match -> match.replaceFirst(""))
                .findFirst()
                .orElseThrow();
    }

    /** A recorded file as it lies there. */
    public static String whole(String file) {
        try {
            return Files.readString(RecordedData.path("exchange_raw/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(String file) {
        Path path = RecordedData.path("exchange_raw/" + file);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Feeds frames to an adapter; none may be malformed. */
    public static HeardFrames feed(VenueAdapter adapter, List<String> frames) {
        HeardFrames heard = new HeardFrames();
        for (String frame : frames) {
            try {
                adapter.readFrame(frame, heard);
            } catch (MalformedPayloadException e) {
                throw new AssertionError(frame, e);
            }
        }
        return heard;
    }

    /** The sum of the product of two groups over all matches of a pattern in the raw text. */
    public static BigDecimal sumOfProducts(List<String> frames, Pattern pattern) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String frame : frames) {
            Matcher matcher = pattern.matcher(frame);
            while (matcher.find()) {
                sum = sum.add(new BigDecimal(matcher.group("price")).multiply(new BigDecimal(matcher.group("amount"))));
            }
        }
        return sum;
    }

    /** The same of what an adapter read. */
    public static BigDecimal turnover(List<VenueTrade> trades) {
        return trades.stream()
                .map(trade -> trade.price().multiply(trade.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Each trade follows the one before it in its market. */
    public static void assertContiguous(List<VenueTrade> trades) {
        Map<String, Long> last = new HashMap<>();
        for (VenueTrade trade : trades) {
            long sequence = trade.sequence().orElseThrow();
            Long before = last.put(trade.symbol(), sequence);
            if (before != null) {
                assertThat(sequence).as(trade.toString()).isEqualTo(before + trade.executions());
            }
        }
    }
}
