package org.assay.ingest;

import java.util.List;
import org.assay.ingest.venue.VenueAdapter;

/** The venues that this service can speak to. */
public record Venues(List<VenueAdapter> adapters) {

    public Venues {
        adapters = List.copyOf(adapters);
    }

    /** The adapter of a venue. */
    public VenueAdapter require(String venue) {
        return adapters.stream()
                .filter(adapter -> adapter.venue().equals(venue))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the settings of assay.ingest name the venue " + venue
                        + ", which is none of "
                        + adapters.stream().map(VenueAdapter::venue).toList()));
    }
}
