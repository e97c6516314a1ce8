package org.assay.api.query;

import java.time.Instant;
import java.util.Optional;

/** Half-open: from {@code start}, up to and without {@code end}; unbounded where absent. Start is not after end. */
public record TimeRange(Optional<Instant> start, Optional<Instant> end) {}
