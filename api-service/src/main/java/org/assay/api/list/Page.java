package org.assay.api.list;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param data in the order that the resource states
 * @param nextCursor the value of the parameter {@code cursor} for the next page; null on the last page
 */
@Introspected
public record Page<T>(
        List<T> data,

        @Schema(nullable = true, description = "Value of the parameter cursor for the next page; null on the last page")
        @Nullable
        String nextCursor) {}
