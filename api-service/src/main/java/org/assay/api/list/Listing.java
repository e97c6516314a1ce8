package org.assay.api.list;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code limit} and {@code cursor} of a request and makes the answer's page. Keyset paging: the resource orders its
 * rows by a unique sort key, asks for those after {@link PageRequest#after()}, and for {@link PageRequest#fetch()} of them.
 */
@Singleton
public final class Listing {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    private final CursorCodec cursors;

    Listing(CursorCodec cursors) {
        this.cursors = cursors;
    }

    /**
     * What part of the list the request is for.
     *
     * @throws FailureException 400 {@code invalid_parameter} or {@code invalid_cursor}
     */
    public PageRequest request(HttpRequest<?> request, ListBounds bounds) {
        HttpParameters parameters = request.getParameters();
        int limit = limit(parameters.get(LIMIT), bounds);
        String cursor = parameters.get(CURSOR);
        if (cursor == null) {
            return new PageRequest(limit, null);
        }
        List<String> after = cursors.decode(binding(request), cursor)
                .orElseThrow(() -> FailureException.rejected(
                        ProblemCode.INVALID_CURSOR,
                        "The cursor is not one that this service gave for this request.",
                        CURSOR,
                        "use next_cursor of the page before, with the same path and filters"));
        return new PageRequest(limit, after);
    }

    /**
     * The answer to a list request.
     *
     * @param rows up to {@link PageRequest#fetch()} entries in order
     * @param sortKey of an entry: what {@link PageRequest#after()} will be for the page that begins behind it
     */
    public <T> MutableHttpResponse<Page<T>> page(
            HttpRequest<?> request, PageRequest page, List<T> rows, Function<T, List<String>> sortKey) {
        return page(request, page, rows, sortKey, Page::new);
    }

    /**
     * As {@link #page(HttpRequest, PageRequest, List, Function)}, with a body of the resource's own.
     *
     * @param body makes it of the entries to show and the next cursor
     */
    public <T, B> MutableHttpResponse<B> page(
            HttpRequest<?> request,
            PageRequest page,
            List<T> rows,
            Function<T, List<String>> sortKey,
            PageBody<T, B> body) {
        if (rows.size() <= page.limit()) {
            return HttpResponse.ok(body.of(rows, null));
        }
        List<T> shown = List.copyOf(rows.subList(0, page.limit()));
        String next = cursors.encode(binding(request), sortKey.apply(shown.getLast()));
        String uri = UriBuilder.of(request.getUri())
                .replaceQueryParam(CURSOR, next)
                .build()
                .toString();
        return HttpResponse.ok(body.of(shown, next)).header(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"");
    }

    private static int limit(@Nullable String text, ListBounds bounds) {
        if (text == null) {
            return bounds.defaultLimit();
        }
        boolean number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = number ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > bounds.maxLimit()) {
            throw FailureException.invalidParameter(
                    LIMIT, "must be a whole number from 1 to " + bounds.maxLimit() + " (the maximum)");
        }
        return limit;
    }

    /** Path and filters: everything that decides which rows there are and in which order. */
    static String binding(HttpRequest<?> request) {
        TreeMap<String, List<String>> filters =
                new TreeMap<>(request.getParameters().asMap());
        filters.remove(LIMIT);
        filters.remove(CURSOR);
        return request.getPath() + "?" + filters;
    }
}
