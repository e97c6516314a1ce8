package org.assay.api.venue;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import reactor.core.publisher.Flux;

@R2dbcRepository(dialect = Dialect.POSTGRES)
interface VenueRepository extends GenericRepository<VenueRow, String> {

    /** Those with an id greater than {@code after}, by id. */
    @Query("select * from venue where id > :after order by id limit :count")
    Flux<VenueRow> list(String after, int count);
}
