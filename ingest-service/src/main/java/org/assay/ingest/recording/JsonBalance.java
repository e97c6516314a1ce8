package org.assay.ingest.recording;

/** Follows brackets and strings over pieces of JSON text, to tell where a value ends. */
final class JsonBalance {

    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean begun;

    void add(CharSequence piece) {
        for (int i = 0; i < piece.length(); i++) {
            add(piece.charAt(i));
        }
    }

    private void add(char c) {
        if (inString) {
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                inString = false;
            }
            return;
        }
        switch (c) {
            case '"' -> inString = true;
            case '{', '[' -> {
                depth++;
                begun = true;
            }
            case '}', ']' -> depth--;
            default -> {}
        }
    }

    /** Whether every bracket that was opened is closed again. Text that is no bracketed value is complete at once. */
    boolean isComplete() {
        return !begun || (depth <= 0 && !inString);
    }
}
