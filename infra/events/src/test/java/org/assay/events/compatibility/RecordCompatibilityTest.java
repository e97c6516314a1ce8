package org.assay.events.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.events.v1.MarketProto;
import org.assay.events.v1.RatingProto;
import org.assay.events.v1.ValueProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records written by an earlier version stay readable. The golden bytes under {@code golden/v1} are never rewritten; a
 * new field gets a line in {@code schema.txt} (run with {@code -Dassay.golden.write=true}) and no line ever leaves it.
 */
class RecordCompatibilityTest {

    private static final String GOLDEN = "/golden/v1/";

    static List<Message> samples() {
        return SampleRecords.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsGoldenBytesAsTheValuesTheyWereWrittenFrom(Message sample) throws IOException {
        byte[] golden = HexFormat.of().parseHex(golden(nameOf(sample) + ".hex", hex(sample)));

        assertThat(sample.getParserForType().parseFrom(golden)).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void setsEveryFieldOfTheRecord(Message sample) {
        Set<String> unset = sample.getDescriptorForType().getFields().stream()
                .filter(field ->
                        field.getContainingOneof() == null || field.toProto().getProto3Optional())
                .filter(field -> field.isRepeated() ? sample.getRepeatedFieldCount(field) == 0 : !isSet(sample, field))
                .map(FieldDescriptor::getName)
                .collect(Collectors.toSet());

        assertThat(unset).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void passesFieldsOfALaterVersionThrough(Message sample) throws IOException {
        byte[] known = sample.toByteArray();
        byte[] exact = Arrays.copyOf(known, known.length + 3);
        // Field 2000, varint 1.
        System.arraycopy(new byte[] {(byte) 0x80, 0x7d, 0x01}, 0, exact, known.length, 3);

        Message read = sample.getParserForType().parseFrom(exact);

        assertThat(read.toByteArray()).isEqualTo(exact);
    }

    @Test
    void keepsEveryFieldNumberNameAndTypeOfTheSchema() throws IOException {
        TreeSet<String> current = new TreeSet<>();
        describe(MarketProto.getDescriptor(), current);
        describe(ValueProto.getDescriptor(), current);
        describe(RatingProto.getDescriptor(), current);

        String committed = golden("schema.txt", String.join("\n", current));

        assertThat(committed.lines().filter(line -> !line.isBlank())).containsExactlyElementsOf(current);
    }

    private static boolean isSet(Message sample, FieldDescriptor field) {
        return field.hasPresence()
                ? sample.hasField(field)
                : !sample.getField(field).equals(field.getDefaultValue());
    }

    private static String hex(Message sample) {
        return HexFormat.of().formatHex(sample.toByteArray());
    }

    private static String nameOf(Message sample) {
        return sample.getDescriptorForType().getName();
    }

    private static String golden(String file, String current) throws IOException {
        if (Boolean.getBoolean("assay.golden.write")) {
            Path path = Path.of("src/test/resources" + GOLDEN + file);
            if (file.equals("schema.txt") || !Files.exists(path)) {
                Files.writeString(path, current + "\n");
            }
            return current;
        }
        try (InputStream in = RecordCompatibilityTest.class.getResourceAsStream(GOLDEN + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void describe(FileDescriptor file, Set<String> lines) {
        file.getMessageTypes().forEach(message -> describe(message, lines));
        file.getEnumTypes().forEach(type -> describe(type, lines));
    }

    private static void describe(Descriptor message, Set<String> lines) {
        for (FieldDescriptor field : message.getFields()) {
            lines.add("%s.%s = %d %s%s"
                    .formatted(
                            message.getFullName(),
                            field.getName(),
                            field.getNumber(),
                            field.isRepeated() ? "repeated " : field.hasPresence() ? "optional " : "",
                            typeOf(field)));
        }
        message.getNestedTypes().forEach(nested -> describe(nested, lines));
        message.getEnumTypes().forEach(type -> describe(type, lines));
    }

    private static void describe(EnumDescriptor type, Set<String> lines) {
        for (EnumValueDescriptor value : type.getValues()) {
            lines.add("%s.%s = %d".formatted(type.getFullName(), value.getName(), value.getNumber()));
        }
    }

    private static String typeOf(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING ->
                field.getType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
