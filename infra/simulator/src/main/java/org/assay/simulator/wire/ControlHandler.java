package org.assay.simulator.wire;

import java.util.List;
import java.util.Map;

/** Answers what is asked below {@code /control}. Safe for threads. */
@FunctionalInterface
public interface ControlHandler {

    /**
     * Answers.
     *
     * @param method HTTP method
     * @param path below {@code /control}
     * @param body empty where there is none
     */
    RestAnswer answer(String method, String path, Map<String, List<String>> query, String body, MarketReader reader);
}
