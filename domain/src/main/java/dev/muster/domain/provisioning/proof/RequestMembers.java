package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.WrittenNumber;
import dev.muster.domain.shared.json.JsonKind;
import dev.muster.domain.shared.json.MalformedRequestException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The members of a provision request's body. An error message names the member as the protocol does and never repeats
 * what was sent.
 */
public record RequestMembers(JsonObject members) {

    /** The members in the protocol (protocol.md, Provision request). */
    public static final Set<String> KNOWN =
            Set.of("uniqueIdentifier", "proof", "encryptionResult", "timestamp", "nonce", "signature", "csr");

    /**
     * Checks all texts.
     *
     * @throws MalformedRequestException if a text has a control character, which RFC 8259 section 7 allows as an
     *     escape, or half a surrogate pair, which UTF-8 cannot express
     */
    public void requireText() throws MalformedRequestException {
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            if (member.getValue() instanceof JsonString text) {
                requireText(member.getKey(), text.getString());
            }
        }
    }

    /** As {@link #requireText()}, for one member. */
    public void requireText(String name) throws MalformedRequestException {
        if (members.get(name) instanceof JsonString text) {
            requireText(name, text.getString());
        }
    }

    private static void requireText(String name, String text) throws MalformedRequestException {
        int at = IntStream.range(0, text.length())
                .filter(i -> Character.isISOControl(text.charAt(i)) || isHalf(text, i))
                .findFirst()
                .orElse(-1);
        if (at >= 0) {
            String which = KNOWN.contains(name) ? "The member " + name : "An unknown member";
            throw new MalformedRequestException(
                    which + " has " + what(text.charAt(at)) + " at position " + at + " (counted from 0) of its text.");
        }
    }

    private static boolean isHalf(String text, int at) {
        return Character.isSurrogate(text.charAt(at))
                && Character.getType(text.codePointAt(at)) == Character.SURROGATE
                && (at == 0 || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)));
    }

    private static String what(char c) {
        return switch (c) {
            case '\n' -> "a line feed";
            case '\r' -> "a carriage return";
            case '\t' -> "a tab";
            case 0 -> "a NUL";
            default -> Character.isSurrogate(c) ? "half a surrogate pair" : "a control character";
        };
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** @throws MalformedRequestException if it is missing or not a string */
    public String string(String name) throws MalformedRequestException {
        if (members.get(name) instanceof JsonString string) {
            return string.getString();
        }
        throw wrong(name, "a string", "; write it in double quotes");
    }

    /**
     * A number that must be written with digits only, because a signature covers the written text.
     *
     * @throws MalformedRequestException if it is missing or not such a number
     */
    BigInteger integer(String name) throws MalformedRequestException {
        if (members.get(name) instanceof WrittenNumber number) {
            if (number.isWhole() && !(number.bigDecimalValue().signum() == 0 && number.isNegative())) {
                return number.bigIntegerValueExact();
            }
            throw new MalformedRequestException("The member " + name
                    + " has to be written with digits only: without fraction, exponent and minus sign.");
        }
        throw wrong(name, "a number", "; write it with digits and without quotes");
    }

    /** @throws MalformedRequestException if it is missing, not a string, not canonical base64, or empty */
    byte[] base64(String name) throws MalformedRequestException {
        byte[] bytes = Base64Text.STANDARD.decode(string(name), "The member " + name);
        if (bytes.length == 0) {
            throw new MalformedRequestException("The member " + name + " is empty.");
        }
        return bytes;
    }

    private MalformedRequestException wrong(String name, String wanted, String advice) {
        JsonValue value = members.get(name);
        if (value != null) {
            return new MalformedRequestException(
                    "The member " + name + " has to be " + wanted + "; it is " + JsonKind.of(value) + advice + ".");
        }
        boolean misspelt =
                members.keySet().stream().anyMatch(other -> letters(other).equals(letters(name)));
        return new MalformedRequestException(
                misspelt
                        ? "The member " + name
                                + " is missing. The body has a member whose name differs in capital letters or"
                                + " signs only; write it exactly " + name + "."
                        : "The member " + name + " is missing; it has to be " + wanted + ".");
    }

    private static String letters(String name) {
        return name.replaceAll("[_\\-. ]", "").toLowerCase(Locale.ROOT);
    }
}
