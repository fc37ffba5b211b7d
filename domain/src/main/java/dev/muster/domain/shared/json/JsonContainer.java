package dev.muster.domain.shared.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;

/** An object or an array that has begun and not ended, while {@link JsonReading} reads what is in it. */
sealed interface JsonContainer {

    /** Notes the name of the next member. @return false if the object has a member of this name */
    boolean begin(String name);

    void add(JsonValue value);

    JsonValue value();

    /** An object. */
    final class OfMembers implements JsonContainer {

        private final JsonObjectBuilder members = OwnJson.object();

        private final Set<String> names = new HashSet<>();

        private String name;

        /** The member that has begun last; null before the first. */
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

        /** How many items have ended. */
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
