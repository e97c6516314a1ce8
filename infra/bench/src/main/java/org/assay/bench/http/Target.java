package org.assay.bench.http;

import java.util.List;

/**
 * A server under load.
 *
 * @param headers request headers as {@code Name: value}
 * @param processes ids of all its processes' roots, databases included; their descendants count too
 */
record Target(String label, String url, List<String> headers, List<Long> processes) {}
