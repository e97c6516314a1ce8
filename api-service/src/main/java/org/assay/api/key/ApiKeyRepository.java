package org.assay.api.key;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@R2dbcRepository(dialect = Dialect.POSTGRES)
interface ApiKeyRepository extends GenericRepository<ApiKeyRow, UUID> {

    @Query("select id, name, plan, revoked_at from api_key where key_hash = :keyHash")
    Mono<ApiKeyRow> findByKeyHash(byte[] keyHash);

    /** Those of the keys that exist; the ids are UUIDs with commas between, one parameter whatever their number. */
    @Query("""
            select id, name, plan, revoked_at from api_key
            where id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
    Flux<ApiKeyRow> findByIds(String ids);

    /**
     * Writes when keys were last used; never moves a time back.
     *
     * @param ids UUIDs with commas between
     * @param micros microseconds since the epoch in the same order, with commas between
     */
    @Query("""
            update api_key set last_used_at = used.at
            from (select unnest(cast(string_to_array(:ids, ',') as uuid[])) as id,
                         to_timestamp(unnest(cast(string_to_array(:micros, ',') as bigint[])) / 1000000.0) as at) used
            where api_key.id = used.id and (last_used_at is null or last_used_at < used.at)""")
    Mono<Long> touch(String ids, String micros);
}
