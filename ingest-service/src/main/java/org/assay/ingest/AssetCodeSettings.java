package org.assay.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link IngestConfig#assetCodes()}. */
final class AssetCodeSettings {

    private static final Pattern FORM = Pattern.compile("([a-z0-9]+):([^:=\\s]+)=([a-z0-9-]+)");

    private AssetCodeSettings() {}

    /**
     * Token ids by asset code by venue.
     *
     * @throws IllegalArgumentException when one has another form, names a venue that is not known, or a code twice
     */
    static Map<String, Map<String, String>> read(List<String> settings, Venues venues) {
        Map<String, Map<String, String>> codes = new TreeMap<>();
        for (String setting : settings) {
            Matcher parts = FORM.matcher(setting.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "assay.ingest.asset-codes has " + setting + ", which is not of the form venue:CODE=token-id");
            }
            String venue = venues.require(parts.group(1)).venue();
            String before = codes.computeIfAbsent(venue, id -> new HashMap<>()).put(parts.group(2), parts.group(3));
            if (before != null) {
                throw new IllegalArgumentException(
                        "assay.ingest.asset-codes has " + parts.group(2) + " of " + venue + " twice");
            }
        }
        return codes;
    }
}
