package org.assay.signals.sink.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assay.events.v1.Price;
import org.assay.events.v1.PriceSource;

/** The sources of a price as the JSON that column {@code price.sources} holds. */
final class PriceSources {

    private static final JsonFactory JSON = new JsonFactory();

    private PriceSources() {}

    static String json(Price price) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (PriceSource source : price.getSourcesList()) {
                write(json, source);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, PriceSource source) throws IOException {
        json.writeStartObject();
        json.writeStringField("venue", source.getVenue());
        json.writeStringField("symbol", source.getSymbol());
        writeOptional(json, "price", source.getPrice());
        json.writeStringField("weight", source.getWeight());
        json.writeStringField("volume", source.getVolume());
        json.writeStringField(
                "last_trade",
                Instant.EPOCH.plus(source.getLastTradeUs(), ChronoUnit.MICROS).toString());
        writeOptional(json, "conversion", source.getConversion());
        writeOptional(json, "conversion_source", source.getConversionSource());
        writeOptional(json, "excluded", source.getExcluded());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String field, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, value);
        }
    }
}
