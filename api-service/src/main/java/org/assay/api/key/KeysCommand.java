package org.assay.api.key;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code keys create --plan PLAN --name NAME} and {@code keys revoke --id ID} of this service's jar. */
public final class KeysCommand {

    private static final String USAGE = """
            usage: keys create --plan free|pro|unlimited --name NAME   prints the new key alone
                   keys revoke --id ID                                 (the id is printed on stderr at creation)
            The database is named by ASSAY_POSTGRES_HOST, _PORT, _DATABASE, _USERNAME and _PASSWORD.""";

    private KeysCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments beginning with {@code keys}
     * @param database {@code url} (JDBC), {@code username} and {@code password}
     * @return the exit code: 0 done, 1 the database refused, 2 misuse
     */
    public static int run(String[] arguments, Map<String, String> database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.getOrDefault("url", ""));
        source.setUser(database.getOrDefault("username", ""));
        source.setPassword(database.getOrDefault("password", ""));
        return run(arguments, new ApiKeys(source, Clock.systemUTC()), System.out, System.err);
    }

    static int run(String[] arguments, ApiKeys keys, PrintStream out, PrintStream err) {
        String verb = arguments.length > 1 ? arguments[1] : "";
        try {
            return switch (verb) {
                case "create" -> create(arguments, keys, out, err);
                case "revoke" -> revoke(arguments, keys, err);
                default -> misuse(err);
            };
        } catch (IllegalArgumentException e) {
            err.println("error: " + e.getMessage());
            return 2;
        } catch (SQLException e) {
            err.println("error: the database refused: " + e.getMessage());
            return 1;
        }
    }

    private static int create(String[] arguments, ApiKeys keys, PrintStream out, PrintStream err) throws SQLException {
        Optional<Plan> plan = option(arguments, "--plan").flatMap(Plan::of);
        Optional<String> name = option(arguments, "--name");
        if (plan.isEmpty() || name.isEmpty()) {
            return misuse(err);
        }
        IssuedKey issued = keys.create(plan.get(), name.get());
        err.println("id " + issued.key().id());
        out.println(issued.secret());
        return 0;
    }

    private static int revoke(String[] arguments, ApiKeys keys, PrintStream err) throws SQLException {
        Optional<String> id = option(arguments, "--id");
        if (id.isEmpty()) {
            return misuse(err);
        }
        boolean revoked = keys.revoke(UUID.fromString(id.get()));
        err.println(revoked ? "revoked" : "error: no such key, or it is revoked already");
        return revoked ? 0 : 1;
    }

    private static int misuse(PrintStream err) {
        err.println(USAGE);
        return 2;
    }

    private static Optional<String> option(String[] arguments, String name) {
        for (int i = 2; i < arguments.length - 1; i++) {
            if (arguments[i].equals(name)) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }
}
