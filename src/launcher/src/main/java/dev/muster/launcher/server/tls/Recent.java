package dev.muster.launcher.server.tls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers a limited number of values. The value that was not asked for longest is forgotten first. */
final class Recent<K, V> {

    private final Map<K, V> values;

    Recent(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
    }
}
