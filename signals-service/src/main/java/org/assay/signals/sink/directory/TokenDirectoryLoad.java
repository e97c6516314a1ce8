package org.assay.signals.sink.directory;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the token directory into the table {@code token}, where the tokens of venues stand beside it. */
@Singleton
public final class TokenDirectoryLoad {

    private static final Logger LOG = LoggerFactory.getLogger(TokenDirectoryLoad.class);
    // Any number that nothing else locks.
    private static final long LOCK = 0x6173736179_02L;

    private static final String UPSERT = """
            insert into token as t
              (id, symbol, name, categories, contracts, stablecoin, peg, wrapped, wraps, rank, origin, updated_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, 'directory', now())
            on conflict (id) do update set
              symbol = excluded.symbol, name = excluded.name, categories = excluded.categories,
              contracts = excluded.contracts, stablecoin = excluded.stablecoin, peg = excluded.peg,
              wrapped = excluded.wrapped, wraps = excluded.wraps, rank = excluded.rank, origin = excluded.origin,
              updated_at = excluded.updated_at
            where (t.symbol, t.name, t.categories, t.contracts, t.stablecoin, t.peg, t.wrapped, t.wraps, t.rank, t.origin)
              is distinct from (excluded.symbol, excluded.name, excluded.categories, excluded.contracts,
                excluded.stablecoin, excluded.peg, excluded.wrapped, excluded.wraps, excluded.rank, excluded.origin)""";

    private final DataSource database;
    private final TokenDirectory directory;
    private final ObjectMapper json = new ObjectMapper();

    TokenDirectoryLoad(DataSource database, TokenDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** Brings the table in line with the directory; a token that left the directory stays, without a rank. */
    public void load() throws SQLException {
        List<Token> tokens = directory.tokens();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement();
                    PreparedStatement upsert = connection.prepareStatement(UPSERT);
                    PreparedStatement unrank =
                            connection.prepareStatement("update token set rank = null, updated_at = now()"
                                    + " where rank is not null and not id = any(?)")) {
                lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                unrank.setObject(1, tokens.stream().map(Token::id).toArray(String[]::new));
                unrank.executeUpdate();
                for (int i = 0; i < tokens.size(); i++) {
                    bind(upsert, tokens.get(i), i + 1);
                    upsert.addBatch();
                }
                upsert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
        LOG.info("Token directory: {} tokens; symbols that name several: {}", tokens.size(), ambiguous(tokens));
    }

    private void bind(PreparedStatement upsert, Token token, int rank) throws SQLException {
        upsert.setString(1, token.id());
        upsert.setString(2, token.symbol());
        upsert.setString(3, token.name());
        upsert.setObject(4, token.categories().toArray(String[]::new));
        upsert.setString(5, contracts(token));
        upsert.setBoolean(6, token.stablecoin());
        upsert.setString(7, token.peg());
        upsert.setBoolean(8, token.wrapped());
        upsert.setString(9, token.wraps());
        upsert.setInt(10, rank);
    }

    private String contracts(Token token) {
        try {
            return json.writeValueAsString(token.contracts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The contracts of " + token.id() + " have no JSON", e);
        }
    }

    private String ambiguous(List<Token> tokens) {
        TreeSet<String> symbols = new TreeSet<>();
        tokens.forEach(token -> symbols.add(token.symbol()));
        String text = symbols.stream()
                .filter(symbol -> directory.findBySymbol(symbol).size() > 1)
                .map(symbol -> symbol + " ("
                        + directory.findBySymbol(symbol).stream().map(Token::id).collect(joining(", ")) + ")")
                .collect(joining(", "));
        return text.isEmpty() ? "none" : text;
    }
}
