package org.assay.api.token;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.assay.api.problem.Failure;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.ParameterError;
import org.assay.api.problem.ProblemCode;
import reactor.core.publisher.Mono;

/** Tells an id from what merely looks like one. */
@Singleton
public final class Tokens {

    /** How many ids a request may name. */
    public static final int MAX_IDS = 250;

    private static final Pattern SEARCHABLE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,100}");

    private final TokenStore store;

    Tokens(TokenStore store) {
        this.store = store;
    }

    /** False when no token can have this id, however the directory grows; such a text is not for the database. */
    public static boolean isPossible(String id) {
        return SEARCHABLE.matcher(id).matches();
    }

    /** The token, or a 404 {@code unknown_token}; when the id is a symbol, the problem names the tokens it may mean. */
    Mono<TokenDetail> require(String id) {
        return isPossible(id)
                ? store.find(id).switchIfEmpty(Mono.defer(() -> unknown(id)))
                : Mono.error(problem(List.of()));
    }

    /** Completes when there is this token, else ends in a 404 {@code unknown_token}. */
    public Mono<Void> exists(String id) {
        return require(id).then();
    }

    /**
     * Completes when all ids are tokens', else ends in a 404 {@code unknown_token} that names each that is not.
     *
     * @param parameter that the ids were given in
     */
    public Mono<Void> allExist(String parameter, List<String> ids) {
        return store.known(ids).flatMap(known -> {
            List<ParameterError> unknown = ids.stream()
                    .filter(id -> !known.contains(id))
                    .map(id -> new ParameterError(parameter, "unknown token id: " + id))
                    .toList();
            return unknown.isEmpty()
                    ? Mono.empty()
                    : Mono.error(new FailureException(new Failure.Rejected(
                            ProblemCode.UNKNOWN_TOKEN,
                            "Not every id is that of a known token; see /v1/tokens.",
                            unknown)));
        });
    }

    /** Ends in the same 404 as asking for the token itself would; for resources that found nothing of it. */
    public <T> Mono<T> unknown(String id) {
        return isPossible(id)
                ? store.idsOfSymbol(id).flatMap(candidates -> Mono.error(problem(candidates)))
                : Mono.error(problem(List.of()));
    }

    private static FailureException problem(List<String> candidates) {
        String advice = candidates.isEmpty()
                ? "GET /v1/tokens?q= searches ids, symbols and names"
                : "is a symbol; tokens that have it: " + String.join(", ", candidates);
        String summary = candidates.isEmpty()
                ? "There is no token of this id."
                : "There is no token of this id; it is the symbol of " + String.join(", ", candidates) + ".";
        return FailureException.rejected(ProblemCode.UNKNOWN_TOKEN, summary, "id", advice);
    }
}
