package dev.muster.domain.account.signon;

import dev.muster.domain.shared.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The setting {@code muster.oidc.groups}: which groups of the provider give which roles. A group may give several, and
 * several groups may give the same.
 */
public final class GroupRights {

    private static final int MAX_ENTRIES = 10_000;

    private final Map<String, List<GroupRight>> byGroup;

    private GroupRights(Map<String, List<GroupRight>> byGroup) {
        this.byGroup = byGroup;
    }

    /**
     * Reads entries such as {@code fleet-admins=ADMINISTRATOR, acme=ORGANIZATION_MANAGER:<id of the organization>}. If
     * the text has a semicolon, then semicolons separate the entries, so that names of groups may have commas. The last
     * equals sign of an entry ends the name of the group.
     *
     * @throws IllegalArgumentException if the text has another form; its message names the entry
     */
    public static GroupRights parse(String text) {
        String[] entries = text.split(text.contains(";") ? ";" : ",");
        if (entries.length > MAX_ENTRIES) {
            throw new IllegalArgumentException("there are more than " + MAX_ENTRIES + " entries");
        }
        Map<String, List<GroupRight>> byGroup = new LinkedHashMap<>();
        for (String entry : entries) {
            if (!entry.isBlank()) {
                add(byGroup, entry.strip());
            }
        }
        if (byGroup.isEmpty()) {
            throw new IllegalArgumentException("there is no entry");
        }
        return new GroupRights(byGroup);
    }

    private static void add(Map<String, List<GroupRight>> byGroup, String entry) {
        int equals = entry.lastIndexOf('=');
        String group = equals < 0 ? "" : entry.substring(0, equals).strip();
        if (group.isEmpty()) {
            throw new IllegalArgumentException("'" + entry + "' is not group=ROLE or group=ROLE:id");
        }
        try {
            byGroup.computeIfAbsent(group, name -> new ArrayList<>())
                    .add(right(entry.substring(equals + 1).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + entry + "': " + e.getMessage(), e);
        }
    }

    private static GroupRight right(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new GroupRight(role(text), null)
                : new GroupRight(role(text.substring(0, colon)), id(text.substring(colon + 1)));
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name.strip())) {
                return role;
            }
        }
        throw new IllegalArgumentException("there is no such role");
    }

    private static UUID id(String text) {
        UUID id = UUID.fromString(text.strip());
        if (!id.toString().equalsIgnoreCase(text.strip())) {
            throw new IllegalArgumentException("the id of the tenant is not a UUID");
        }
        return id;
    }

    /**
     * What these groups give, in the order of the setting, at most one right for each tenant: of two roles in a tenant
     * the one that changes something.
     *
     * @param groups as the provider names them; the case of letters matters
     */
    public List<GroupRight> of(Collection<String> groups) {
        Map<String, GroupRight> byTenant = new LinkedHashMap<>();
        byGroup.forEach((group, rights) -> {
            if (groups.contains(group)) {
                rights.forEach(right -> byTenant.merge(right.tenantKey(), right, GroupRights::greater));
            }
        });
        return List.copyOf(byTenant.values());
    }

    private static GroupRight greater(GroupRight one, GroupRight other) {
        return other.role().isChanging() && !one.role().isChanging() ? other : one;
    }
}
