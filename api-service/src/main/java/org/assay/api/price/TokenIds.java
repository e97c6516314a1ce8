package org.assay.api.price;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import reactor.core.publisher.Flux;

/** The ids of all tokens, those included that only a venue's listing made known. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
interface TokenIds extends GenericRepository<TokenIds.TokenId, String> {

    @Query("select id from token")
    Flux<String> all();

    /** A row's key. */
    @MappedEntity("token")
    record TokenId(@Id String id) {}
}
