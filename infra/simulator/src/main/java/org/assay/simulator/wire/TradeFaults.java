package org.assay.simulator.wire;

import org.assay.simulator.fault.FaultBook;
import org.assay.simulator.fault.FaultKind;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader;

/** Leaves out, repeats and swaps trades of a stream as the faults in force say. */
final class TradeFaults {

    private final FaultBook faults;
    private final TradeBatch sent = new TradeBatch();
    private final TradeBatch held = new TradeBatch();

    TradeFaults(FaultBook faults) {
        this.faults = faults;
    }

    /** The trades to send instead of these; valid until the next call. */
    TradeBatch apply(Subscription subscription, TradeBatch batch, TradeReader reader, long nowUs) {
        sent.clear();
        for (int i = 0; i < batch.size(); i++) {
            if (faults.take(FaultKind.SKIP, subscription.market(), nowUs)) {
                continue;
            }
            if (subscription.heldNumber < 0 && faults.take(FaultKind.REORDER, subscription.market(), nowUs)) {
                subscription.heldNumber = batch.number(i);
                continue;
            }
            sent.add(batch, i);
            if (faults.take(FaultKind.DUPLICATE, subscription.market(), nowUs)) {
                sent.add(batch, i);
            }
            if (subscription.heldNumber >= 0) {
                held.clear();
                reader.read(subscription.market(), subscription.heldNumber, subscription.heldNumber + 1, held);
                sent.add(held, 0);
                subscription.heldNumber = -1;
            }
        }
        return sent;
    }
}
