package org.assay.ingest.replay;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.jspecify.annotations.Nullable;

/** Tells whose a recorded address or frame is. */
final class Recogniser {

    private final List<VenueAdapter> adapters;
    private final Map<URI, Verdict> sockets = new HashMap<>();

    Recogniser(List<VenueAdapter> adapters) {
        this.adapters = adapters;
    }

    /** Whose a WebSocket is: an adapter, or a reason why there is none. */
    record Verdict(@Nullable VenueAdapter adapter, String reason) {}

    Verdict socket(URI address) {
        return sockets.computeIfAbsent(address, this::judge);
    }

    /** The adapter whose frames look like this; {@code likely} is asked first. */
    Optional<VenueAdapter> frame(String text, @Nullable VenueAdapter likely) {
        if (likely != null && likely.recognisesFrame(text)) {
            return Optional.of(likely);
        }
        return adapters.stream()
                .filter(adapter -> adapter.recognisesFrame(text))
                .findFirst();
    }

    /** The adapter whose instrument list this address is. */
    Optional<VenueAdapter> listings(URI address) {
        return adapters.stream()
                .filter(adapter -> adapter.recognise(StandIn.resolve(address, adapter)) == Recognition.LISTINGS)
                .findFirst();
    }

    private Verdict judge(URI address) {
        String shown = address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
        for (VenueAdapter adapter : adapters) {
            switch (adapter.recognise(StandIn.resolve(address, adapter))) {
                case STREAM -> {
                    return new Verdict(adapter, "");
                }
                case FOREIGN -> {}
                case UNSUPPORTED, LISTINGS, TRADES, CANDLES, OTHER_REST -> {
                    return new Verdict(null, "an address that is not read for " + adapter.displayName() + ": " + shown);
                }
            }
        }
        return new Verdict(null, "an address of no venue that is read: " + shown);
    }
}
