package org.assay.ingest.recording;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a line of a recording is by how it begins. */
final class LineForm {

    private static final String ADDRESS = "((?:wss?|https?)://\\S+)";
    private static final Pattern CONNECTED = Pattern.compile(ADDRESS + " <-> ([\\d.]+)");
    private static final Pattern SENT = Pattern.compile(ADDRESS + " <- ([\\d.]+): (.*)", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile(ADDRESS + " -> ([\\d.]+): (.*)", Pattern.DOTALL);
    private static final Pattern TIMED = Pattern.compile(
            "\"?(\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d)?|\\d{9,20}(?:\\.\\d+)?)\"?\\s*[:,;|\\t ]\\s*(.*)",
            Pattern.DOTALL);
    private static final Pattern DIRECTED = Pattern.compile("([<>])\\s*(.*)", Pattern.DOTALL);
    private static final Pattern NOTE =
            Pattern.compile("(?:#|//|=+\\s*$|[A-Za-z_][\\w .-]*:\\s*[{\\[]).*", Pattern.DOTALL);

    private LineForm() {}

    /** What a line begins. */
    sealed interface Parsed {
        /** A whole entry. */
        record Entry(RecordedEntry entry) implements Parsed {}

        /** JSON that may go on over the next lines. */
        record Json(boolean sent, @Nullable Instant at, String text) implements Parsed {}

        /** Nothing of a venue. */
        record Skip() implements Parsed {}

        /** None of the forms. */
        record Unreadable() implements Parsed {}
    }

    /**
     * @param socket the WebSocket that frames without an address belong to
     */
    static Parsed parse(String line, @Nullable URI socket) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Parsed.Skip();
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return new Parsed.Json(false, null, text);
        }
        if (first == 'w' || first == 'h') {
            Optional<Parsed> addressed = addressed(text);
            if (addressed.isPresent()) {
                return addressed.get();
            }
        }
        Matcher timed = TIMED.matcher(text);
        if (timed.matches()) {
            Optional<Instant> at = EpochTime.parse(timed.group(1));
            if (at.isPresent()) {
                return ofTimed(at.get(), timed.group(2), socket);
            }
        }
        Matcher directed = DIRECTED.matcher(text);
        if (directed.matches()) {
            return new Parsed.Json(directed.group(1).equals(">"), null, directed.group(2));
        }
        return NOTE.matcher(text).matches() ? new Parsed.Skip() : new Parsed.Unreadable();
    }

    private static Parsed ofTimed(Instant at, String rest, @Nullable URI socket) {
        Matcher directed = DIRECTED.matcher(rest);
        if (directed.matches()) {
            boolean sent = directed.group(1).equals(">");
            String text = directed.group(2);
            return new Parsed.Entry(
                    sent ? new RecordedEntry.Sent(socket, at, text) : new RecordedEntry.Received(socket, at, text));
        }
        return new Parsed.Entry(new RecordedEntry.Received(socket, at, rest));
    }

    private static Optional<Parsed> addressed(String text) {
        Matcher connected = CONNECTED.matcher(text);
        if (connected.matches()) {
            return entry(connected, (address, at) -> new RecordedEntry.Connected(address, at));
        }
        Matcher sent = SENT.matcher(text);
        if (sent.matches()) {
            return entry(sent, (address, at) -> new RecordedEntry.Sent(address, at, sent.group(3)));
        }
        Matcher answer = ANSWER.matcher(text);
        if (answer.matches()) {
            return entry(answer, (address, at) -> new RecordedEntry.Answer(address, at, answer.group(3)));
        }
        return Optional.empty();
    }

    private static Optional<Parsed> entry(Matcher matcher, Making making) {
        Optional<Instant> at = EpochTime.parse(matcher.group(2));
        if (at.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Parsed.Entry(making.of(address(matcher.group(1)), at.get())));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Parsed.Unreadable());
        }
    }

    /** Recorders write addresses as their client took them, with characters that a strict URI escapes. */
    static URI address(String text) {
        return URI.create(text.replace("|", "%7C")
                .replace("\"", "%22")
                .replace("[", "%5B")
                .replace("]", "%5D"));
    }

    private interface Making {
        RecordedEntry of(URI address, Instant at);
    }
}
