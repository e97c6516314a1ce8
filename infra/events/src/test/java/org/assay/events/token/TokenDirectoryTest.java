package org.assay.events.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TokenDirectoryTest {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern EVM_ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Set<String> EVM_CHAINS =
            Set.of("ethereum", "binance-smart-chain", "polygon", "arbitrum", "optimism", "base", "avalanche");

    private final TokenDirectory directory = TokenDirectory.bundled();

    @Test
    void holdsAtLeastThreeHundredTokensTheLargestFirst() {
        assertThat(directory.tokens()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(directory.tokens().stream().limit(3).map(Token::id))
                .containsExactly("bitcoin", "ethereum", "tether");
    }

    @Test
    void aFurtherMeaningOfACodeGoesBeforeItsOwnAndHoldsAtThatVenueAlone() {
        TokenDirectory more =
                directory.withVenueCodes(Map.of("kraken", Map.of("XBT", "ethereum", "USDF", "falcon-finance")));

        assertThat(more.resolve("kraken", "USDF")).isEqualTo(new AssetResolution.Resolved(token("falcon-finance")));
        assertThat(more.resolve("kraken", "XBT")).isEqualTo(new AssetResolution.Resolved(token("ethereum")));
        assertThat(more.resolve("kraken", "XDG")).isEqualTo(new AssetResolution.Resolved(token("dogecoin")));
        assertThat(more.resolve("okx", "USDF")).isInstanceOf(AssetResolution.Ambiguous.class);
        assertThatThrownBy(() -> directory.withVenueCodes(Map.of("okx", Map.of("GUSD", "no-such"))))
                .hasMessage("The code GUSD of okx cannot mean no-such, which is no token");
    }

    private Token token(String id) {
        return directory.find(id).orElseThrow();
    }

    @Test
    void givesEveryTokenASlugASymbolAndAName() {
        assertThat(directory.tokens()).allSatisfy(token -> {
            assertThat(token.id()).matches(SLUG);
            assertThat(token.symbol()).isNotBlank();
            assertThat(token.name()).isNotBlank();
            assertThat(token.categories())
                    .allSatisfy(category -> assertThat(category).matches(SLUG));
        });
    }

    @Test
    void wrapsOnlyTokensOfTheDirectory() {
        assertThat(directory.tokens()).allSatisfy(token -> {
            if (token.wraps() != null) {
                assertThat(token.wrapped()).isTrue();
                assertThat(directory.find(token.wraps())).isPresent();
            }
        });
    }

    @Test
    void givesEachContractToOneTokenAlone() {
        Map<Token.Contract, String> owners = new HashMap<>();
        for (Token token : directory.tokens()) {
            for (Token.Contract contract : token.contracts()) {
                assertThat(owners.put(contract, token.id())).as("%s", contract).isNull();
                if (EVM_CHAINS.contains(contract.chain())) {
                    assertThat(contract.address()).matches(EVM_ADDRESS);
                }
            }
        }
        assertThat(owners).hasSizeGreaterThan(300);
    }

    @Test
    void resolvesTheAliasesOfAVenue() {
        assertThat(idOf("kraken", "XBT")).isEqualTo("bitcoin");
        assertThat(idOf("kraken", "XXBT")).isEqualTo("bitcoin");
        assertThat(idOf("kraken", "XDG")).isEqualTo("dogecoin");
        assertThat(idOf("binance", "BTC")).isEqualTo("bitcoin");
        assertThat(idOf("binance", "POL")).isEqualTo("polygon-ecosystem-token");
        assertThat(idOf("okx", "USDT")).isEqualTo("tether");
    }

    @Test
    void resolvesFiatCurrenciesWithTheirAliases() {
        assertThat(directory.resolve("kraken", "ZUSD")).isEqualTo(new AssetResolution.Fiat("USD"));
        assertThat(directory.resolve("coinbase", "EUR")).isEqualTo(new AssetResolution.Fiat("EUR"));
    }

    @Test
    void reportsASharedSymbolInsteadOfGuessing() {
        assertThat(directory.resolve("okx", "AURA"))
                .asInstanceOf(type(AssetResolution.Ambiguous.class))
                .extracting(ambiguous ->
                        ambiguous.candidates().stream().map(Token::id).toList())
                .isEqualTo(List.of("aura-on-sol", "aura-finance"));
    }

    @Test
    void saysSoWhenItKnowsNoSuchCode() {
        assertThat(directory.resolve("binance", "NOSUCHCOIN")).isEqualTo(new AssetResolution.Unknown());
    }

    private String idOf(String venue, String code) {
        return directory.resolve(venue, code) instanceof AssetResolution.Resolved resolved
                ? resolved.token().id()
                : "unresolved";
    }
}
