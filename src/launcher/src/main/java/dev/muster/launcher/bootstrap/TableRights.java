package dev.muster.launcher.bootstrap;

import java.util.Map;
import java.util.Optional;

/**
 * What the application's role may do with each table of PostgreSQL. A table that is not named here can be read and
 * changed; a partition that is not named here cannot be reached except through its table.
 */
final class TableRights {

    private static final String ALL = "select, insert, update, delete";

    /** Tables with fewer rights, each with the reason. */
    private static final Map<String, String> NARROWED = Map.of(
            // The rows of imports, beneath row-level security: they are copied in, and read through enrollment_row
            "enrollment_row_store", "insert",
            // The transparency log: it only grows. A leaf gets its place, and the head moves on
            "log_leaf", "select, insert (entry, salt, content, happened_at, act, tenant_id), update (leaf_index)",
            "log_node", "select, insert",
            "log_head", "select, update",
            // Only the launcher makes and rotates keys of the log
            "log_key", "select");

    private TableRights() {}

    /** @return as after {@code grant}; empty if the role gets none */
    static Optional<String> of(String table, boolean partition) {
        String rights = NARROWED.get(table);
        return rights == null && partition ? Optional.empty() : Optional.of(rights == null ? ALL : rights);
    }
}
