package org.assay.signals.rating;

import java.util.ArrayList;
import java.util.List;
import org.assay.events.v1.Grade;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.Signal;

/** Keeps what is said. */
public final class Heard implements Outlet {

    public final List<Grade> grades = new ArrayList<>();
    public final List<Signal> signals = new ArrayList<>();
    public final List<IndexDay> indices = new ArrayList<>();
    public final List<RatingDocument> documents = new ArrayList<>();

    @Override
    public void say(Grade grade) {
        grades.add(grade);
    }

    @Override
    public void say(Signal signal) {
        signals.add(signal);
    }

    @Override
    public void say(IndexDay day) {
        indices.add(day);
    }

    @Override
    public void say(RatingDocument document) {
        documents.add(document);
    }

    @Override
    public void flush() {
        // It is heard at once.
    }

    /** The documents of a kind. */
    public List<RatingDocument> documents(RatingDocument.Kind kind) {
        return documents.stream().filter(document -> document.getKind() == kind).toList();
    }
}
