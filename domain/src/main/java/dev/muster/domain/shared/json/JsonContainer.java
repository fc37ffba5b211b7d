package dev.muster.domain.shared.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open object or array, while {@link JsonReading} reads its contents. */
sealed interface JsonContainer {

    /** Takes the name of the next member. Returns false if it is a duplicate. */
    boolean begin(String name);

    void add(JsonValue value);

    JsonValue value();

    /** An object. */
    final class OfMembers implements JsonContainer {

        private final JsonObjectBuilder members = OwnJson.object();

        private final Set<String> names = new HashSet<>();

        private @Nullable String name;

        /** The name of the last member that has begun; null before the first. */
        @Nullable
        String name() {
            return name;
        }

        @Override
        public boolean begin(String next) {
            name = next;
            return names.add(next);
        }

        @Override
        public void add(JsonValue value) {
            members.add(name, value);
        }

        @Override
        public JsonValue value() {
            return members.build();
        }
    }

    /** An array. */
    final class OfItems implements JsonContainer {

        private final JsonArrayBuilder items = OwnJson.array();

        private int size;

        /** The number of items that have ended. */
        int size() {
            return size;
        }

        @Override
        public boolean begin(String name) {
            throw new IllegalStateException("an array has no members");
        }

        @Override
        public void add(JsonValue value) {
            items.add(value);
            size++;
        }

        @Override
        public JsonValue value() {
            return items.build();
        }
    }
}
