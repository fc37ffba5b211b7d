package dev.muster.it;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL has logged it, with the scope that its transaction had declared.
 *
 * @param text with parameters as {@code $1}
 * @param parameters their values by number; null for NULL
 * @param scope the kind of the scope, the organization, the manufacturer and the user; empty texts if none is declared
 */
record LoggedStatement(String text, Map<Integer, String> parameters, List<String> scope) {

    /** For {@code log_line_prefix}: the process, so that the sessions can be told apart. */
    static final String PREFIX = "%p";

    private static final Pattern ENTRY = Pattern.compile("(\\d+)([A-Z]+):  (.*)", Pattern.DOTALL);

    private static final Pattern STATEMENT = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);

    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");

    /** A comparison with a parameter. */
    private static final Pattern CONDITION = Pattern.compile("[\\w.]+\\s*(?:=|<>)\\s*\\$(\\d+)(?:::uuid)?");

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    private static final List<String> NO_SCOPE = List.of("", "", "", "");

    /** The statements of a log, in their order. Lines that go on begin with a tab. */
    static List<LoggedStatement> all(String log) {
        List<LoggedStatement> all = new ArrayList<>();
        Map<String, LoggedStatement> open = new HashMap<>();
        Map<String, List<String>> scopes = new HashMap<>();
        for (String entry : log.split("\n(?=\\d+[A-Z]+: )")) {
            Matcher parts = ENTRY.matcher(entry.replace("\n\t", "\n"));
            if (!parts.matches()) {
                continue;
            }
            String process = parts.group(1);
            Matcher statement = STATEMENT.matcher(parts.group(3));
            if (statement.matches()) {
                close(open.remove(process), process, scopes, all);
                open.put(process, new LoggedStatement(statement.group(1).strip(), Map.of(), NO_SCOPE));
            } else if (parts.group(2).equals("DETAIL") && open.containsKey(process)) {
                open.put(process, new LoggedStatement(open.get(process).text, parameters(parts.group(3)), NO_SCOPE));
            }
        }
        open.forEach((process, last) -> close(last, process, scopes, all));
        return all;
    }

    private static void close(
            LoggedStatement statement, String process, Map<String, List<String>> scopes, List<LoggedStatement> all) {
        if (statement == null) {
            return;
        }
        if (statement.text.contains("set_config('muster.scope'")) {
            scopes.put(process, List.copyOf(statement.parameters.values()));
        } else if (statement.text.matches("(?i)begin.*|commit|rollback")) {
            scopes.remove(process);
        } else {
            all.add(new LoggedStatement(statement.text, statement.parameters, scopes.getOrDefault(process, NO_SCOPE)));
        }
    }

    private static Map<Integer, String> parameters(String detail) {
        Map<Integer, String> parameters = new TreeMap<>();
        VALUE.matcher(detail).results().forEach(value -> {
            String quoted = value.group(3);
            parameters.put(Integer.valueOf(value.group(1)), quoted == null ? null : quoted.replace("''", "'"));
        });
        return parameters;
    }

    boolean isOfTenant() {
        return scope.getFirst().equals("tenant");
    }

    /** The same with other values. */
    LoggedStatement with(UnaryOperator<String> values) {
        Map<Integer, String> changed = new HashMap<>();
        parameters.forEach((number, value) -> changed.put(number, value == null ? null : values.apply(value)));
        return new LoggedStatement(text, changed, scope);
    }

    /**
     * The statement as it would be if its author had forgotten the tenant.
     *
     * @param tenants ids of organizations and manufacturers
     */
    LoggedStatement withoutTenant(List<String> tenants) {
        int where = text.indexOf("where ");
        if (where < 0) {
            return this;
        }
        String stripped = CONDITION
                .matcher(text.substring(where))
                .replaceAll(found -> Matcher.quoteReplacement(isOne(tenants, found.group(1)) ? "true" : found.group()));
        return new LoggedStatement(text.substring(0, where) + stripped, parameters, scope);
    }

    private boolean isOne(List<String> tenants, String number) {
        String value = parameters.get(Integer.valueOf(number));
        return value != null && tenants.contains(value);
    }

    /** With its values in it. */
    String sql() {
        return PARAMETER.matcher(text).replaceAll(place -> {
            String value = parameters.get(Integer.valueOf(place.group(1)));
            return Matcher.quoteReplacement(value == null ? "null" : "'" + value.replace("'", "''") + "'");
        });
    }
}
