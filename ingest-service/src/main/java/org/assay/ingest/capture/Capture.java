package org.assay.ingest.capture;

/** Told all that passes between us and venues, as it passes. Called from many threads. */
public interface Capture {

    /** Writes nothing down. */
    Capture NONE = new NoCapture();

    /** A WebSocket was opened. {@code connection} is unique within the process. */
    void connected(long connection, String url);

    /** A text frame came in. */
    void frame(long connection, String text);

    /** A text frame went out. */
    void sent(long connection, String text);

    /** The WebSocket is gone. */
    void closed(long connection);

    /** A REST request was answered. */
    void answer(String url, String body);

    /** See {@link #NONE}. */
    record NoCapture() implements Capture {
        @Override
        public void connected(long connection, String url) {}

        @Override
        public void frame(long connection, String text) {}

        @Override
        public void sent(long connection, String text) {}

        @Override
        public void closed(long connection) {}

        @Override
        public void answer(String url, String body) {}
    }
}
