package org.assay.api.list;

/**
 * How long a page of a list may be.
 *
 * @param defaultLimit without the parameter {@code limit}
 * @param maxLimit the largest {@code limit} that is accepted
 */
public record ListBounds(int defaultLimit, int maxLimit) {

    /** For lists of things of which there are some hundreds or thousands. */
    public static final ListBounds STANDARD = new ListBounds(100, 500);

    /** For series over time, whose entries are small and of which callers want many. */
    public static final ListBounds SERIES = new ListBounds(100, 1000);

    public ListBounds {
        if (defaultLimit < 1 || defaultLimit > maxLimit) {
            throw new IllegalArgumentException("1 <= defaultLimit <= maxLimit");
        }
    }
}
