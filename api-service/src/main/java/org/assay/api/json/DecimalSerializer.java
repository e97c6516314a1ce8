package org.assay.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/** Decimals are strings in plain notation: a JSON number would lose digits in most readers. */
@Singleton
final class DecimalSerializer extends StdScalarSerializer<BigDecimal> {

    DecimalSerializer() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(value.toPlainString());
    }
}
