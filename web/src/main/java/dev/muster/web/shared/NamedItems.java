package dev.muster.web.shared;

import jakarta.faces.model.SelectItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things with names to choose from. */
public final class NamedItems {

    private NamedItems() {}

    /** Sorted by name, whatever its case. */
    public static List<SelectItem> of(Map<UUID, String> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .map(named -> new SelectItem(named.getKey().toString(), named.getValue()))
                .toList();
    }
}
