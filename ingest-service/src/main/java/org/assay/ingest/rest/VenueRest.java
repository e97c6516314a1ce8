package org.assay.ingest.rest;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.assay.ingest.capture.Capture;
import org.assay.ingest.venue.RestRequest;

/** GET requests to one venue, each within the venue's budget. Blocks; thread safe. */
public final class VenueRest {

    private static final long LONGEST_BODY = 64L * 1024 * 1024;
    private static final Duration AFTER_LIMIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

    private final URI base;
    private final OkHttpClient client;
    private final RequestBudget budget;
    private final Clock clock;
    private final Capture capture;
    private final Pause pause;

    /** The venue's REST: where, and within what. */
    public record Target(URI base, RequestBudget budget) {}

    public VenueRest(Target target, OkHttpClient client, Clock clock, Capture capture, Pause pause) {
        this.base = target.base();
        this.client = client;
        this.budget = target.budget();
        this.clock = clock;
        this.capture = capture;
        this.pause = pause;
    }

    /** The address of a request. */
    public String address(RestRequest request) {
        String root = base.toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + request.pathAndQuery();
    }

    /**
     * The answer's body.
     *
     * @throws RestException when the venue does not answer with success
     */
    public String get(RestRequest request) throws RestException, InterruptedException {
        Duration wait = budget.reserve(request.weight());
        if (wait.isPositive()) {
            pause.pause(wait);
        }
        String address = address(request);
        Request.Builder get = new Request.Builder().url(address).header("Accept", "application/json");
        try (Response response = client.newCall(get.build()).execute()) {
            if (!response.isSuccessful()) {
                throw new RestException(failure(response));
            }
            ResponseBody body = response.body();
            if (body == null || body.contentLength() > LONGEST_BODY) {
                throw new RestException(new RestFailure.Rejected("oversized", "The answer is too long"));
            }
            String text = body.string();
            capture.answer(address, text);
            return text;
        } catch (IOException e) {
            throw new RestException(new RestFailure.Retryable("network", AFTER_FAULT, String.valueOf(e)));
        }
    }

    private RestFailure failure(Response response) {
        int status = response.code();
        String detail = "HTTP " + status + " for " + response.request().url().encodedPath();
        Optional<Duration> asked = retryAfter(response);
        if (status == 429 || status == 418) {
            Duration wait = asked.orElse(AFTER_LIMIT);
            budget.hold(wait);
            return new RestFailure.Retryable("rate_limited", wait, detail);
        }
        if (status >= 500 || status == 408) {
            return new RestFailure.Retryable("venue_unavailable", asked.orElse(AFTER_FAULT), detail);
        }
        if (status == 401 || status == 403 || status == 451) {
            return new RestFailure.Fatal("forbidden", detail);
        }
        return new RestFailure.Rejected("rejected", detail);
    }

    private Optional<Duration> retryAfter(Response response) {
        String header = response.header("Retry-After");
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(Character::isDigit)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), until.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
