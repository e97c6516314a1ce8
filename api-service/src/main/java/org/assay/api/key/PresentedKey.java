package org.assay.api.key;

import org.jspecify.annotations.Nullable;

/** Finds the key among the request's headers. */
public final class PresentedKey {

    private static final String BEARER = "Bearer ";

    private PresentedKey() {}

    /**
     * The key as presented, well formed or not; null when there is none.
     *
     * @param authorization value of the header Authorization; any scheme but Bearer is not for us
     * @param apiKey value of the header x-api-key, which wins
     */
    public static @Nullable String of(@Nullable String authorization, @Nullable String apiKey) {
        if (apiKey != null && !apiKey.isEmpty()) {
            return apiKey;
        }
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return null;
    }
}
