package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Price;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.partition.PartitionKeeper;
import org.assay.signals.sink.partition.PartitionedTable;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Reference prices by the minute. Rows are only ever added: a correction is one with a later known_at. */
@Singleton
final class PriceTable implements TableWriter<Price> {

    private static final ArrayInsert<Price> INSERT = new ArrayInsert<>(
            "price",
            List.of(
                    new Column.Text<>("token", Price::getToken),
                    new Column.Time<>("valid_at", Price::getValidAtUs),
                    new Column.Time<>("known_at", Price::getKnownAtUs),
                    new Column.Cast<>("usd", "numeric", price -> price.hasUsd() ? price.getUsd() : null),
                    new Column.Text<>("reason", price -> Words.orNull(price.getReason())),
                    new Column.OptionalTime<>("as_of", price -> price.hasAsOfUs() ? price.getAsOfUs() : null),
                    new Column.Cast<>("sources", "jsonb", PriceSources::json)),
            "on conflict do nothing");

    private static final Comparator<Price> INDEX_ORDER = Comparator.comparing(Price::getToken)
            .thenComparingLong(Price::getValidAtUs)
            .thenComparingLong(Price::getKnownAtUs);

    private final PartitionKeeper partitions;

    PriceTable(PartitionKeeper partitions) {
        this.partitions = partitions;
    }

    @Override
    public String name() {
        return "prices";
    }

    @Override
    public Topic topic() {
        return Topic.PRICE_HISTORY;
    }

    @Override
    public Parser<Price> parser() {
        return Price.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(Price price) {
        if (price.getToken().isEmpty()) {
            return Refusal.missing("token");
        }
        if (!price.hasUsd() && price.getReason().isEmpty()) {
            return Refusal.missing("usd, and the reason for it,");
        }
        if (!Refusal.isPlausible(price.getValidAtUs())) {
            return Refusal.badTime("valid_at_us", price.getValidAtUs());
        }
        return Refusal.isPlausible(price.getKnownAtUs())
                ? Optional.empty()
                : Refusal.badTime("known_at_us", price.getKnownAtUs());
    }

    @Override
    public void prepare(List<SinkRecord<Price>> batch) throws SQLException {
        partitions.ensure(PartitionedTable.PRICE, prices(batch).stream().mapToLong(Price::getValidAtUs));
    }

    @Override
    public int write(Connection connection, List<SinkRecord<Price>> batch) throws SQLException {
        List<Price> prices = prices(batch);
        prices.sort(INDEX_ORDER);
        return INSERT.execute(connection, prices);
    }

    private List<Price> prices(List<SinkRecord<Price>> batch) {
        long cutoff = partitions.cutoffUs(PartitionedTable.PRICE).orElse(Long.MIN_VALUE);
        List<Price> prices = new ArrayList<>(batch.size());
        for (SinkRecord<Price> record : batch) {
            if (record.message().getValidAtUs() >= cutoff) {
                prices.add(record.message());
            }
        }
        return prices;
    }
}
