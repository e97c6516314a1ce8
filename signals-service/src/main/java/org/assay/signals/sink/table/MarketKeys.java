package org.assay.signals.sink.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The numbers of the markets in {@code market_key}. Of one thread. */
final class MarketKeys {

    private final DataSource database;
    private final Map<Name, Integer> known = new HashMap<>();

    MarketKeys(DataSource database) {
        this.database = database;
    }

    record Name(String venue, String symbol) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byVenue = venue.compareTo(other.venue);
            return byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
        }
    }

    /** Numbers the markets that have no number yet. */
    void ensure(Stream<Name> markets) throws SQLException {
        Set<Name> missing = new TreeSet<>();
        markets.filter(market -> !known.containsKey(market)).forEach(missing::add);
        if (missing.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            run(
                    connection,
                    "insert into market_key (venue, symbol) select * from unnest(?::text[], ?::text[])"
                            + " on conflict do nothing",
                    missing);
            read(connection, missing);
        }
    }

    int idOf(Name market) {
        return Objects.requireNonNull(known.get(market));
    }

    private static void run(Connection connection, String sql, Collection<Name> markets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, markets);
            statement.executeUpdate();
        }
    }

    private void read(Connection connection, Collection<Name> markets) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select venue, symbol, id from market_key"
                + " where (venue, symbol) in (select * from unnest(?::text[], ?::text[]))")) {
            bind(query, markets);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(new Name(rows.getString(1), rows.getString(2)), rows.getInt(3));
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, Collection<Name> markets) throws SQLException {
        statement.setObject(1, markets.stream().map(Name::venue).toArray(String[]::new));
        statement.setObject(2, markets.stream().map(Name::symbol).toArray(String[]::new));
    }
}
