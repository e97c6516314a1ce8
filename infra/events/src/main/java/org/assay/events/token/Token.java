package org.assay.events.token;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token of the directory.
 *
 * @param id slug, unique and never reused, for instance {@code bitcoin}
 * @param symbol the ticker of today, upper case; several tokens may share one
 * @param name the name as the field writes it
 * @param categories kebab-case slugs
 * @param contracts where it lives; empty for a native coin
 * @param stablecoin whether it is meant to hold a peg
 * @param peg the currency code a stablecoin is pegged to, for instance {@code USD}; null when it has no fiat peg
 * @param wrapped whether it stands for another token one to one (or for a staked claim on it)
 * @param wraps the id of that token; null when not wrapped
 */
public record Token(
        String id,
        String symbol,
        String name,
        List<String> categories,
        List<Contract> contracts,
        boolean stablecoin,
        @Nullable String peg,
        boolean wrapped,
        @Nullable String wraps) {

    public Token {
        categories = List.copyOf(categories);
        contracts = List.copyOf(contracts);
    }

    /** The peg, where there is one. */
    public Optional<String> pegCurrency() {
        return Optional.ofNullable(peg);
    }

    /**
     * A token contract.
     *
     * @param chain slug, for instance {@code ethereum}
     * @param address in the chain's customary spelling (EIP-55 on EVM chains)
     */
    public record Contract(String chain, String address) {}
}
