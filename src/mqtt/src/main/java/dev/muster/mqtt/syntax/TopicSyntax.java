package dev.muster.mqtt.syntax;

/** The form of names and filters of topics (MQTT 5.0 section 4.7, MQTT 3.1.1 section 4.7). */
final class TopicSyntax {

    private static final String MANY = "#";
    private static final String ONE = "+";
    private static final String SHARED = "$share/";

    private TopicSyntax() {}

    /** A name has no wildcard. It may be empty only if an alias is in its place. */
    static void checkName(String name, boolean mayBeEmpty) {
        if (name.isEmpty() && !mayBeEmpty || name.contains(MANY) || name.contains(ONE)) {
            throw FaultException.malformed();
        }
    }

    /** A wildcard is a whole level, and {@code #} is the last one. */
    static void checkFilter(String filter) {
        if (filter.isEmpty()) {
            throw FaultException.malformed();
        }
        int from = 0;
        for (int end = filter.indexOf('/'); end >= 0; end = filter.indexOf('/', from)) {
            String level = filter.substring(from, end);
            if (level.contains(MANY) || level.contains(ONE) && !level.equals(ONE)) {
                throw FaultException.malformed();
            }
            from = end + 1;
        }
        String last = filter.substring(from);
        if (last.length() > 1 && (last.contains(MANY) || last.contains(ONE))) {
            throw FaultException.malformed();
        }
    }

    /** Of a shared subscription (MQTT 5.0 section 4.8.2). */
    static boolean isShared(String filter) {
        return filter.startsWith(SHARED);
    }
}
