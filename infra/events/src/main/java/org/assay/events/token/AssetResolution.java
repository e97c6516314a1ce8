package org.assay.events.token;

import java.util.List;

/** What a venue's asset code means. Never a guess: a code that could mean several tokens is {@link Ambiguous}. */
public sealed interface AssetResolution {

    /** Exactly one token of the directory. */
    record Resolved(Token token) implements AssetResolution {}

    /** A government currency, by its ISO 4217 code. */
    record Fiat(String code) implements AssetResolution {}

    /** Several tokens carry the symbol and no mapping says which one the venue means. */
    record Ambiguous(List<Token> candidates) implements AssetResolution {}

    /** No token of the directory. */
    record Unknown() implements AssetResolution {}
}
