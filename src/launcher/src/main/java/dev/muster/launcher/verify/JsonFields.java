package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Base64Text;
import dev.muster.domain.transparency.Hashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in a file. Every method throws {@link NotVerified} if the member is missing or has another
 * form.
 *
 * @param where names the file or the line, at the beginning of a sentence
 * @param members as {@link JsonReader} reads them
 */
record JsonFields(String where, Map<String, Object> members) {

    static JsonFields parse(String where, byte[] utf8) throws NotVerified {
        try {
            return new JsonFields(where, JsonReader.object(utf8));
        } catch (JsonReader.Malformed e) {
            throw new NotVerified(where + " is not a JSON object. " + e.getMessage());
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    void requireOnly(Set<String> names) throws NotVerified {
        if (!members.keySet().equals(names)) {
            throw new NotVerified(where + " has the members " + members.keySet() + ", not the members of a leaf.");
        }
    }

    JsonFields inner(String name) throws NotVerified {
        if (members.get(name) instanceof Map<?, ?> inner) {
            Map<String, Object> copy = new LinkedHashMap<>();
            inner.forEach((key, value) -> copy.put(String.valueOf(key), value));
            return new JsonFields(where, copy);
        }
        throw fault(name);
    }

    String text(String name) throws NotVerified {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw fault(name);
    }

    boolean flag(String name) throws NotVerified {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw fault(name);
    }

    /** A whole number from 0 on. */
    long number(String name) throws NotVerified {
        if (members.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw fault(name);
    }

    /** 32 bytes in base64, in the one text that they have: a hash or a salt. */
    byte[] hash(String name) throws NotVerified {
        return hash(name, members.get(name));
    }

    List<byte[]> hashes(String name) throws NotVerified {
        if (!(members.get(name) instanceof List<?> items)) {
            throw fault(name);
        }
        List<byte[]> hashes = new ArrayList<>();
        for (Object item : items) {
            hashes.add(hash(name, item));
        }
        return hashes;
    }

    private byte[] hash(String name, @Nullable Object value) throws NotVerified {
        String text = value instanceof String base64 ? base64 : "";
        return Base64Text.bytes(text, Hashes.LENGTH).orElseThrow(() -> fault(name));
    }

    private NotVerified fault(String name) {
        return new NotVerified(where + " has no member " + name + " in the form that the document describes.");
    }
}
