package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.events.token.AssetResolution;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Instrument;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Markets, and the tokens that are in a venue's listing and not in the directory. An ambiguous code names no token. */
@Singleton
final class MarketTable implements TableWriter<Instrument> {

    private static final Logger LOG = LoggerFactory.getLogger(MarketTable.class);

    private static final Comparator<Row> BY_TIME =
            Comparator.comparingLong(row -> row.instrument().getReceivedAtUs());

    private record Row(
            Instrument instrument,
            @Nullable String base,
            @Nullable String quote) {
        String venue() {
            return instrument.getMarket().getVenue();
        }

        String symbol() {
            return instrument.getMarket().getSymbol();
        }
    }

    private static final ArrayInsert<Row> UPSERT = new ArrayInsert<>(
            "market as m",
            List.of(
                    new Column.Text<>("venue", Row::venue),
                    new Column.Text<>("symbol", Row::symbol),
                    new Column.Text<>("base_asset", row -> row.instrument().getBaseAsset()),
                    new Column.Text<>("quote_asset", row -> row.instrument().getQuoteAsset()),
                    new Column.Text<>("base_token", Row::base),
                    new Column.Text<>("quote_token", Row::quote),
                    new Column.Text<>(
                            "unresolved_reason",
                            row -> Words.orNull(row.instrument().getUnresolvedReason())),
                    new Column.Text<>("state", row -> Words.of(row.instrument().getState(), "STATE_")),
                    new Column.Cast<>(
                            "price_increment",
                            "numeric",
                            row -> Words.orNull(row.instrument().getPriceIncrement())),
                    new Column.Cast<>(
                            "amount_increment",
                            "numeric",
                            row -> Words.orNull(row.instrument().getAmountIncrement())),
                    new Column.Flag<>("streamed", row -> row.instrument().getStreamed()),
                    new Column.Time<>("updated_at", row -> row.instrument().getReceivedAtUs())),
            """
            on conflict (venue, symbol) do update set
              base_asset = excluded.base_asset, quote_asset = excluded.quote_asset, base_token = excluded.base_token,
              quote_token = excluded.quote_token, unresolved_reason = excluded.unresolved_reason,
              state = excluded.state, price_increment = excluded.price_increment,
              amount_increment = excluded.amount_increment, streamed = excluded.streamed,
              updated_at = excluded.updated_at
            where m.updated_at <= excluded.updated_at""");

    private static final ArrayInsert<VenueToken> TOKEN_INSERT = new ArrayInsert<>(
            "token",
            List.of(
                    new Column.Text<>("id", VenueToken::id),
                    new Column.Text<>("symbol", VenueToken::symbol),
                    // A listing gives no other name.
                    new Column.Text<>("name", VenueToken::symbol),
                    new Column.Text<>("origin", token -> "venue")),
            "on conflict do nothing");

    private final TokenDirectory directory;
    private final Set<String> reported = new HashSet<>();

    MarketTable(TokenDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "markets";
    }

    @Override
    public Topic topic() {
        return Topic.INSTRUMENTS;
    }

    @Override
    public Parser<Instrument> parser() {
        return Instrument.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(Instrument instrument) {
        if (instrument.getMarket().getVenue().isEmpty()
                || instrument.getMarket().getSymbol().isEmpty()) {
            return Refusal.missing("market");
        }
        if (instrument.getBaseAsset().isEmpty() || instrument.getQuoteAsset().isEmpty()) {
            return Refusal.missing("asset");
        }
        if (!Refusal.isPlausible(instrument.getReceivedAtUs())) {
            return Refusal.badTime("received_at_us", instrument.getReceivedAtUs());
        }
        return switch (instrument.getState()) {
            case STATE_TRADING, STATE_HALTED, STATE_DELISTED -> Optional.empty();
            case STATE_UNSPECIFIED, UNRECOGNIZED ->
                Refusal.unknownValue("state", instrument.getState().name());
        };
    }

    @Override
    public void prepare(List<SinkRecord<Instrument>> batch) {
        // Rows of this table need nothing but themselves.
    }

    @Override
    public int write(Connection connection, List<SinkRecord<Instrument>> batch) throws SQLException {
        Map<String, VenueToken> tokens = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>(batch.size());
        for (SinkRecord<Instrument> record : batch) {
            Instrument instrument = record.message();
            String venue = instrument.getMarket().getVenue();
            rows.add(new Row(
                    instrument,
                    token(
                            venue,
                            instrument.getBaseAsset(),
                            instrument.getMarket().getBaseToken(),
                            tokens),
                    token(
                            venue,
                            instrument.getQuoteAsset(),
                            instrument.getMarket().getQuoteToken(),
                            tokens)));
        }
        List<VenueToken> sorted = tokens.values().stream()
                .sorted(Comparator.comparing(VenueToken::id))
                .toList();
        return TOKEN_INSERT.execute(connection, sorted)
                + UPSERT.execute(
                        connection, Newest.of(rows, row -> new MarketKeys.Name(row.venue(), row.symbol()), BY_TIME));
    }

    private @Nullable String token(String venue, String code, String resolved, Map<String, VenueToken> tokens) {
        if (!resolved.isEmpty()) {
            return resolved;
        }
        return switch (directory.resolve(venue, code)) {
            // What the worker did not resolve, although this directory does: its own is older. It will say so itself.
            case AssetResolution.Resolved _, AssetResolution.Fiat _ -> null;
            case AssetResolution.Ambiguous ambiguous -> {
                if (reported.add(venue + ":" + code)) {
                    LOG.warn(
                            "{} lists {}, which may be any of {}; its markets belong to no token until"
                                    + " venue-symbols.json says which",
                            venue,
                            code,
                            ambiguous.candidates().stream().map(Token::id).collect(Collectors.joining(", ")));
                }
                yield null;
            }
            case AssetResolution.Unknown _ -> {
                VenueToken token = VenueToken.of(venue, code);
                tokens.put(token.id(), token);
                yield token.id();
            }
        };
    }
}
