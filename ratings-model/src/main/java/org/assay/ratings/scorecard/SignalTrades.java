package org.assay.ratings.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.signal.Position;
import org.jspecify.annotations.Nullable;

/** Follows one token's signal: what it says after a close is done at the next close that the token has. */
final class SignalTrades {

    private final LocalDate firstDay;
    private final String symbol;
    private final int token;
    private final Grid close;
    private final Grid signals;

    SignalTrades(LocalDate firstDay, String symbol, int token, Grid close, Grid signals) {
        this.firstDay = firstDay;
        this.symbol = symbol;
        this.token = token;
        this.close = close;
        this.signals = signals;
    }

    /** Index of the first close after the first known signal; -1 when there is none. */
    int start() {
        boolean known = false;
        for (int day = 0; day < close.days(); day++) {
            if (known && close.has(token, day)) {
                return day;
            }
            known |= signals.has(token, day);
        }
        return -1;
    }

    /** Index of the last close; -1 when there is none. */
    int lastPrint() {
        for (int day = close.days() - 1; day >= 0; day--) {
            if (close.has(token, day)) {
                return day;
            }
        }
        return -1;
    }

    /** @param ended whether the last print is the token's end */
    List<SignalTrade> trades(boolean ended) {
        List<SignalTrade> trades = new ArrayList<>();
        @Nullable Open open = null;
        Position said = Position.FLAT;
        int saidOn = 0;
        int last = lastPrint();
        for (int day = 0; day <= last; day++) {
            if (close.has(token, day)) {
                Position held = open == null ? Position.FLAT : open.position();
                if (held != said) {
                    if (open != null) {
                        trades.add(trade(open, day, ExitKind.SIGNAL));
                    }
                    open = said == Position.FLAT ? null : new Open(said, saidOn, day);
                }
            }
            Position now = Position.of(signals.get(token, day));
            saidOn = now == said ? saidOn : day;
            said = now;
        }
        if (open != null) {
            trades.add(trade(open, last, ended ? ExitKind.TOKEN_ENDED : ExitKind.OPEN));
        }
        return trades;
    }

    private SignalTrade trade(Open open, int exitDay, ExitKind exit) {
        double entryPrice = close.get(token, open.entryDay());
        double exitPrice = close.get(token, exitDay);
        double ratio = exitPrice / entryPrice;
        double gross = open.position() == Position.LONG ? ratio - 1 : Math.max(-1, 1 - ratio);
        return new SignalTrade(
                symbol,
                open.position(),
                firstDay.plusDays(open.signalDay()),
                firstDay.plusDays(open.entryDay()),
                entryPrice,
                firstDay.plusDays(exitDay),
                exitPrice,
                exit,
                gross);
    }

    private record Open(Position position, int signalDay, int entryDay) {}
}
