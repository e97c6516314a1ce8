package org.assay.ratings.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A model as one file: a zip of {@code provenance.txt} (lines of {@code key=value}, sorted) and {@code model.bin} (both
 * grades' features, weights and trees), whose SHA-256 the provenance states. The same model makes the same bytes.
 */
public final class ModelFile {

    private static final int FORMAT = 1;
    private static final String PROVENANCE = "provenance.txt";
    private static final String BODY = "model.bin";
    private static final String FORMAT_KEY = "format";
    private static final String VERSION_KEY = "version";
    private static final String DIGEST_KEY = "model.sha256";
    private static final long LARGEST_PART = 64L << 20;

    private ModelFile() {}

    public static byte[] write(RatingsModel model) {
        byte[] body = body(model);
        Map<String, String> lines = new TreeMap<>(model.provenance());
        lines.put(FORMAT_KEY, Integer.toString(FORMAT));
        lines.put(VERSION_KEY, model.version());
        lines.put(DIGEST_KEY, sha256(body));
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> {
            if (value.contains("\n") || key.contains("=")) {
                throw new IllegalArgumentException("provenance of one line each: " + key);
            }
            text.append(key).append('=').append(value).append('\n');
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(9);
            put(zip, PROVENANCE, text.toString().getBytes(StandardCharsets.UTF_8));
            put(zip, BODY, body);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a model.
     *
     * @throws ModelException.Corrupt when the bytes are no model or a damaged one
     * @throws ModelException.Unsupported when they are of another format, or need other features than there are
     */
    public static RatingsModel read(byte[] bytes) {
        Map<String, byte[]> parts = parts(bytes);
        Map<String, String> provenance = provenance(part(parts, PROVENANCE));
        String format = value(provenance, FORMAT_KEY);
        if (!format.equals(Integer.toString(FORMAT))) {
            throw new ModelException.Unsupported(
                    "the model has format " + format + ", this program reads format " + FORMAT);
        }
        byte[] body = part(parts, BODY);
        if (!sha256(body).equals(value(provenance, DIGEST_KEY))) {
            throw new ModelException.Corrupt("the model's content does not match its SHA-256", null);
        }
        String version = value(provenance, VERSION_KEY);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            GradeModel trader = GradeModelCodec.read(in);
            GradeModel investor = GradeModelCodec.read(in);
            return new RatingsModel(version, trader, investor, provenance);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException.Corrupt("the model's content cannot be read: " + e.getMessage(), e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] body(RatingsModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            GradeModelCodec.write(model.trader(), out);
            GradeModelCodec.write(model.investor(), out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static Map<String, byte[]> parts(byte[] bytes) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) LARGEST_PART);
                if (content.length == LARGEST_PART) {
                    throw new ModelException.Corrupt("the model's part " + entry.getName() + " is too large", null);
                }
                parts.put(entry.getName(), content);
            }
        } catch (IOException e) {
            throw new ModelException.Corrupt("the model file is damaged: " + e.getMessage(), e);
        }
        return parts;
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new ModelException.Corrupt("the file is no model: it has no " + name, null);
        }
        return part;
    }

    private static Map<String, String> provenance(byte[] text) {
        Map<String, String> lines = new TreeMap<>();
        List<String> all =
                new ArrayList<>(new String(text, StandardCharsets.UTF_8).lines().toList());
        for (String line : all) {
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new ModelException.Corrupt("the provenance has a line without a key: " + line, null);
            }
            lines.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return lines;
    }

    private static String value(Map<String, String> provenance, String key) {
        String value = provenance.get(key);
        if (value == null) {
            throw new ModelException.Corrupt("the provenance does not state " + key, null);
        }
        return value;
    }
}
