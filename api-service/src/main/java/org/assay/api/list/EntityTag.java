package org.assay.api.list;

/** Entity tags as RFC 9110 compares them. */
public final class EntityTag {

    private EntityTag() {}

    /**
     * Whether a header If-None-Match names the tag, by weak comparison.
     *
     * @param ifNoneMatch tags with commas between, or an asterisk
     * @param tag quoted, weak or strong
     */
    public static boolean matches(String ifNoneMatch, String tag) {
        String wanted = opaque(tag);
        for (String each : ifNoneMatch.split(",", -1)) {
            String candidate = each.strip();
            if (candidate.equals("*") || opaque(candidate).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
