package org.assay.bench.http;

/**
 * What wrk measured in one run.
 *
 * @param p50Millis median latency, milliseconds
 * @param p99Millis 99th percentile, milliseconds
 * @param refused answers other than 2xx and 3xx
 */
record WrkRun(
        long requests, double requestsPerSecond, double p50Millis, double p99Millis, long refused, long socketErrors) {}
