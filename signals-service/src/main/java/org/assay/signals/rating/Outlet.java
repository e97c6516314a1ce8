package org.assay.signals.rating;

import org.assay.events.v1.Grade;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.Signal;

/** Where ratings are said. Of one thread. */
public interface Outlet {

    void say(Grade grade);

    void say(Signal signal);

    void say(IndexDay day);

    void say(RatingDocument document);

    /**
     * Returns when everything said so far is safe.
     *
     * @throws RatingException.Retryable when it is not
     */
    void flush() throws RatingException;
}
