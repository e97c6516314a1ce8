package org.assay.ratings.feature;

/** Which tokens belong to a set on a day. */
@FunctionalInterface
public interface Membership {

    boolean contains(int token, int day);
}
