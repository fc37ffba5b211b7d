package dev.muster.launcher.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object (RFC 8259). The launcher has no JSON library, because nothing else in it needs one. An object is a
 * {@link Map}, an array a {@link List}, a string a {@link String}, a whole number a {@link Long}, and null an empty {@link
 * Optional}; other numbers are their text in a {@link StringBuilder}. No object has a member twice.
 */
final class JsonReader {

    /** An answer to a device has an object in an object in an object. */
    private static final int DEEPEST = 8;

    private static final int LONGEST_WHOLE = 18;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws Malformed if the bytes are not exactly one object in UTF-8 */
    static Map<String, Object> object(byte[] utf8) throws Malformed {
        JsonReader reader;
        try {
            reader = new JsonReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Malformed("It is not UTF-8.");
        }
        reader.skipBlanks();
        Map<String, Object> object = reader.members();
        reader.skipBlanks();
        if (reader.at < reader.text.length()) {
            throw reader.fault();
        }
        return object;
    }

    private Map<String, Object> members() throws Malformed {
        Map<String, Object> members = new LinkedHashMap<>();
        open('{');
        while (isNotClosed('}', members.isEmpty())) {
            String name = string();
            skipBlanks();
            take(':');
            skipBlanks();
            if (members.put(name, value()) != null) {
                throw new Malformed("It has the member " + name + " twice.");
            }
            skipBlanks();
        }
        return members;
    }

    private List<Object> items() throws Malformed {
        List<Object> items = new ArrayList<>();
        open('[');
        while (isNotClosed(']', items.isEmpty())) {
            items.add(value());
            skipBlanks();
        }
        return items;
    }

    private void open(char bracket) throws Malformed {
        take(bracket);
        if (++depth > DEEPEST) {
            throw new Malformed("It is nested too deep.");
        }
        skipBlanks();
    }

    /** Takes the closing bracket; or the comma before the next part, unless it is the first. */
    private boolean isNotClosed(char bracket, boolean isFirst) throws Malformed {
        if (next() == bracket) {
            at++;
            depth--;
            return false;
        }
        if (!isFirst) {
            take(',');
            skipBlanks();
        }
        return true;
    }

    private Object value() throws Malformed {
        return switch (next()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
    }

    private Object word(String word, Object value) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw fault();
        }
        at += word.length();
        return value;
    }

    private Object number() throws Malformed {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(begin, at);
        if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            at = begin;
            throw fault();
        }
        boolean isWhole = number.length() <= LONGEST_WHOLE && number.matches("-?[0-9]+");
        return isWhole ? (Object) Long.valueOf(number) : new StringBuilder(number);
    }

    private String string() throws Malformed {
        take('"');
        StringBuilder string = new StringBuilder();
        while (next() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                at--;
                throw fault();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws Malformed {
        char c = next();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw fault();
        };
    }

    private char unicode() throws Malformed {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw fault();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void take(char expected) throws Malformed {
        if (next() != expected) {
            throw fault();
        }
        at++;
    }

    private char next() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed("It ends too early.");
        }
        return text.charAt(at);
    }

    private Malformed fault() {
        return new Malformed("The character " + (at + 1) + " cannot stand there.");
    }

    /** The message is a sentence on the place. */
    static final class Malformed extends Exception {

        Malformed(String sentence) {
            super(sentence);
        }
    }
}
