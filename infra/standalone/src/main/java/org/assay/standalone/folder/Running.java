package org.assay.standalone.folder;

import java.time.Instant;

/**
 * What a running installation says of itself in its data folder.
 *
 * @param pid of the process
 * @param started when the operating system started the process; tells it from a later one of the same pid
 * @param url where the API is
 * @param postgresPort on loopback, 0 until Postgres runs
 */
public record Running(long pid, Instant started, MarketData marketData, State state, String url, int postgresPort) {

    /** How far it has come. */
    public enum State {
        /** Parts are still starting, or a recording is still being replayed. */
        STARTING,
        /** All parts serve; a replay has come through. */
        READY,
        /** Told to stop. */
        STOPPING
    }

    /** The process, when it is alive and the very one that wrote this. */
    public boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(started::equals)
                .isPresent();
    }

    /** The same with another state. */
    public Running with(State next) {
        return new Running(pid, started, marketData, next, url, postgresPort);
    }

    /** The same with Postgres' port. */
    public Running withPostgresPort(int port) {
        return new Running(pid, started, marketData, state, url, port);
    }
}
