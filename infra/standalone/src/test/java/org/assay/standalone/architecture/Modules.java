package org.assay.standalone.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The floor plan: every module with its root package and what it may depend on. */
enum Modules {
    EVENTS("infra/events", "org.assay.events", Set.of()),
    DATABASE("infra/database", "org.assay.database", Set.of()),
    RATINGS("ratings-model", "org.assay.ratings", Set.of()),
    INGEST("ingest-service", "org.assay.ingest", Set.of("org.assay.events")),
    SIGNALS(
            "signals-service",
            "org.assay.signals",
            Set.of("org.assay.events", "org.assay.database", "org.assay.ratings")),
    API("api-service", "org.assay.api", Set.of("org.assay.events", "org.assay.database")),
    // The simulated market lists the tokens of the directory, which is part of the language.
    SIMULATOR("infra/simulator", "org.assay.simulator", Set.of("org.assay.events")),
    TESTKIT("infra/testkit", "org.assay.testkit", Set.of("org.assay.events")),
    STANDALONE(
            "infra/standalone",
            "org.assay.standalone",
            Set.of(
                    "org.assay.events",
                    "org.assay.database",
                    "org.assay.ratings",
                    "org.assay.ingest",
                    "org.assay.signals",
                    "org.assay.api",
                    "org.assay.simulator",
                    "org.assay.testkit"));

    private final String folder;
    private final String rootPackage;
    private final Set<String> allowed;

    Modules(String folder, String rootPackage, Set<String> allowed) {
        this.folder = folder;
        this.rootPackage = rootPackage;
        this.allowed = allowed;
    }

    String folder() {
        return folder;
    }

    String rootPackage() {
        return rootPackage;
    }

    /** The root packages of our modules that this one must not use. */
    List<String> forbidden() {
        return Arrays.stream(values())
                .map(Modules::rootPackage)
                .filter(other -> !other.equals(rootPackage) && !allowed.contains(other))
                .toList();
    }

    static Map<String, Modules> byFolder() {
        return Arrays.stream(values()).collect(java.util.stream.Collectors.toMap(Modules::folder, module -> module));
    }
}
