package org.assay.signals.rating.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.assay.ratings.quant.QuantWindow;
import org.jspecify.annotations.Nullable;

/**
 * The model's results as JSON: snake case, days as {@code 2026-11-20}, words in lower case, numbers with all their digits, an
 * unknown number null. The model calls a token by its symbol; here symbols are token ids, and the field is {@code token}.
 */
public final class RatingJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(new Naming())
            .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, new Days())
                    .addDeserializer(LocalDate.class, new ReadDays())
                    .addSerializer(Double.class, new Numbers())
                    .addSerializer(double.class, new Numbers())
                    .addSerializer(QuantWindow.class, new Windows())
                    .addSerializer(Enum.class, new EnumWords()))
            .build();

    private RatingJson() {}

    /** A record of the model as a tree that can be added to. */
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Anything of the model as a tree. */
    public static JsonNode tree(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Makes a record of the model of a tree.
     *
     * @throws IllegalArgumentException when it is not of that type
     */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return MAPPER.convertValue(tree, type);
    }

    private static final class Naming extends PropertyNamingStrategies.NamingBase {
        private static final long serialVersionUID = 1;

        @Override
        public String translate(String name) {
            return name.equals("symbol")
                    ? "token"
                    : PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name);
        }
    }

    private static final class Days extends StdSerializer<LocalDate> {
        private static final long serialVersionUID = 1;

        Days() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate day, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(day.toString());
        }
    }

    private static final class ReadDays extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return LocalDate.parse(json.getText());
        }
    }

    private static final class Numbers extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        Numbers() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }

    private static final class Windows extends StdSerializer<QuantWindow> {
        private static final long serialVersionUID = 1;

        Windows() {
            super(QuantWindow.class);
        }

        @Override
        public void serialize(QuantWindow window, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(window.code());
        }
    }

    @SuppressWarnings("rawtypes") // The type that Jackson registers a serializer of all enums by.
    private static final class EnumWords extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1;

        EnumWords() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
