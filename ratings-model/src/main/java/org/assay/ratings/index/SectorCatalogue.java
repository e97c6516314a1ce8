package org.assay.ratings.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Which sectors a token belongs to: a classification by what its project does, which says nothing of its worth. */
public final class SectorCatalogue {

    private final Map<String, Set<String>> bySymbol;

    private SectorCatalogue(Map<String, Set<String>> bySymbol) {
        this.bySymbol = bySymbol;
    }

    /**
     * Reads a mapping of sectors to lists of symbols.
     *
     * @param source where it comes from, for messages
     * @throws IndexRulesException when it is anything else
     */
    public static SectorCatalogue read(String source, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document;
        try {
            document = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new IndexRulesException(source, List.of("no YAML: " + e.getMessage()));
        }
        if (!(document instanceof Map<?, ?> sectors)) {
            throw new IndexRulesException(source, List.of("the document is no mapping"));
        }
        List<String> problems = new ArrayList<>();
        Map<String, Set<String>> bySymbol = new HashMap<>();
        RuleFields fields = new RuleFields("", sectors, problems);
        for (Object sector : sectors.keySet()) {
            String name = String.valueOf(sector);
            for (String symbol : fields.texts(name)) {
                bySymbol.computeIfAbsent(symbol, _ -> new TreeSet<>()).add(name);
            }
        }
        if (!problems.isEmpty()) {
            throw new IndexRulesException(source, problems);
        }
        return new SectorCatalogue(bySymbol);
    }

    /** The sectors that have a token. */
    public Set<String> names() {
        return bySymbol.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** A token's sectors; none when it is not classified. */
    public Set<String> of(String symbol) {
        return bySymbol.getOrDefault(symbol, Set.of());
    }
}
