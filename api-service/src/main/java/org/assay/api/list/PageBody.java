package org.assay.api.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the body of a page. */
@FunctionalInterface
public interface PageBody<T, B> {

    /** The body of these entries; {@code nextCursor} is null on the last page. */
    B of(List<T> entries, @Nullable String nextCursor);
}
