package org.assay.ratings.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The usable rows of all files in the order read, as columns. */
final class PanelRows {

    /** What a row holds besides its token and day. */
    static final int VALUES = 7;

    private final Map<String, Integer> tokens = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final double[][] values = new double[VALUES][1024];
    private int[] token = new int[1024];
    private int[] day = new int[1024];
    private int[] line = new int[1024];
    private int[] file = new int[1024];
    private int size;

    int token(String symbol) {
        Integer known = tokens.get(symbol);
        if (known != null) {
            return known;
        }
        tokens.put(symbol, symbols.size());
        symbols.add(symbol);
        return symbols.size() - 1;
    }

    /** Appends a row; {@code row} holds open, high, low, close, volume, capitalisation and scope. */
    void add(int ofToken, int onDay, int inFile, int atLine, double[] row) {
        if (size == token.length) {
            grow();
        }
        token[size] = ofToken;
        day[size] = onDay;
        file[size] = inFile;
        line[size] = atLine;
        for (int i = 0; i < VALUES; i++) {
            values[i][size] = row[i];
        }
        size++;
    }

    private void grow() {
        int length = 2 * size;
        token = Arrays.copyOf(token, length);
        day = Arrays.copyOf(day, length);
        file = Arrays.copyOf(file, length);
        line = Arrays.copyOf(line, length);
        for (int i = 0; i < VALUES; i++) {
            values[i] = Arrays.copyOf(values[i], length);
        }
    }

    List<String> symbols() {
        return symbols;
    }

    int size() {
        return size;
    }

    int token(int row) {
        return token[row];
    }

    int day(int row) {
        return day[row];
    }

    int file(int row) {
        return file[row];
    }

    int line(int row) {
        return line[row];
    }

    double value(int which, int row) {
        return values[which][row];
    }

    boolean same(int row, int other) {
        for (int i = 0; i < VALUES; i++) {
            if (Double.compare(values[i][row], values[i][other]) != 0) {
                return false;
            }
        }
        return true;
    }
}
