package org.assay.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum FaultKind {
    /** Closes connections without a closing frame; while it lasts, new ones are refused. */
    DROP_CONNECTION(false),
    /** The connection stays open and says nothing; what happens meanwhile is not sent later. */
    SILENCE(true),
    /** Trades are left out. */
    SKIP(false),
    /** Trades are sent twice. */
    DUPLICATE(false),
    /** A trade is sent after the one that follows it. */
    REORDER(false),
    /** Broken frames are sent between the real ones. */
    GARBAGE(false),
    /** REST answers 429 with Retry-After. */
    RATE_LIMIT(true),
    /** REST answers late. */
    SLOW_REST(true);

    private final boolean lasting;

    FaultKind(boolean lasting) {
        this.lasting = lasting;
    }

    /** The kind written as {@code code}, for instance {@code drop_connection}. */
    public static Optional<FaultKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** For instance {@code drop_connection}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it lasts for a time unless a count is given, rather than happening once. */
    boolean lasting() {
        return lasting;
    }
}
