package org.assay.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assay.api.key.ApiKeys;
import org.assay.api.key.IssuedKey;
import org.assay.api.key.Plan;
import org.assay.testkit.embedded.EmbeddedServices;

/** An API on the embedded services, with a database of its own, and a client to call it with. */
public final class TestApi implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final ApplicationContext context;
    private final String database;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestApi(ApplicationContext context, String database) {
        this.context = context;
        this.database = database;
        this.base = context.getBean(EmbeddedServer.class).getURI();
    }

    /** Starts with a fresh, migrated database. */
    public static TestApi start(Object... singletons) {
        return start(Map.of(), singletons);
    }

    /** As {@link #start(Object...)}, with settings. */
    public static TestApi start(Map<String, Object> settings, Object... singletons) {
        String database = "api_" + DATABASES.incrementAndGet();
        EmbeddedServices.shared().postgres().createDatabase(database);
        return on(database, settings, singletons);
    }

    /** Starts on a database that exists. */
    public static TestApi on(String database, Map<String, Object> settings, Object... singletons) {
        Map<String, Object> all = new HashMap<>(EmbeddedServices.shared().settings(database));
        all.put("micronaut.server.port", "-1");
        all.put("micronaut.server.host", "127.0.0.1");
        all.putAll(settings);
        return new TestApi(ApiService.start(all, singletons), database);
    }

    public ApplicationContext context() {
        return context;
    }

    public URI base() {
        return base;
    }

    public String database() {
        return database;
    }

    /** A connection to the API's database. */
    public Connection connect() throws SQLException {
        return EmbeddedServices.shared().postgres().connect(database);
    }

    /** Runs SQL statements in the API's database. */
    public void sql(String statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Issues a key. */
    public IssuedKey issue(Plan plan) {
        try {
            return new ApiKeys(context.getBean(DataSource.class), Clock.systemUTC()).create(plan, "test");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** GET with headers given as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Any request. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A body as a tree. */
    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    /** As {@link #json(HttpResponse)}. */
    public static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
