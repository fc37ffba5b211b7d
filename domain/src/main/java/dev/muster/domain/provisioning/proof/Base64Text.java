package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.json.MalformedRequestException;
import java.util.Base64;

/**
 * Reads the base64 of a stranger so that each value has only one text: unused bits must be zero, and a length that no
 * bytes have is refused (RFC 4648 section 3.5). It says in words what is wrong with a text.
 */
enum Base64Text {
    /** The standard alphabet, padded (RFC 4648 section 4). */
    STANDARD(
            Base64.getDecoder(),
            Base64.getEncoder(),
            "-_",
            "base64url; write it in standard base64, with + and / and padding"),
    /** The alphabet of URLs, without padding (RFC 7515 section 2). */
    URL(
            Base64.getUrlDecoder(),
            Base64.getUrlEncoder().withoutPadding(),
            "+/",
            "standard base64; write it in base64url, with - and _ and without padding");

    private static final String PEM = "-----BEGIN";

    private final Base64.Decoder decoder;
    private final Base64.Encoder encoder;
    private final String others;
    private final String other;

    Base64Text(Base64.Decoder decoder, Base64.Encoder encoder, String others, String other) {
        this.decoder = decoder;
        this.encoder = encoder;
        this.others = others;
        this.other = other;
    }

    /**
     * Decodes a text.
     *
     * @param where begins the sentence, such as "The member signature"
     * @throws MalformedRequestException if the text is not canonical; its message says what is wrong
     */
    byte[] decode(String text, String where) throws MalformedRequestException {
        try {
            byte[] bytes = decoder.decode(text);
            if (encoder.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // another alphabet or a wrong length: the message below says which
        }
        throw new MalformedRequestException(where + " " + fault(text) + ".");
    }

    private String fault(String text) {
        if (text.contains(PEM)) {
            return "is PEM; send the base64 between its lines BEGIN and END, without line breaks";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isOf(c)) {
                return fault(text, i);
            }
        }
        return lengthFault(text);
    }

    private String fault(String text, int at) {
        char c = text.charAt(at);
        String place = " at position " + at + " (counted from 0)";
        if (c == '\n' || c == '\r') {
            return "has a line break" + place + "; write it in one line";
        }
        if (c == '=') {
            return this == URL
                    ? "has = padding" + place + "; a JWS has none"
                    : "has a = within it" + place + "; padding is at the end only";
        }
        return others.indexOf(c) < 0 ? "has a character that base64 does not have" + place : "is " + other;
    }

    private boolean isOf(char c) {
        boolean common = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        return common || (this == URL ? c == '-' || c == '_' : c == '+' || c == '/' || c == '=');
    }

    private String lengthFault(String text) {
        boolean incomplete = text.length() % 4 != 0;
        if (this == STANDARD && incomplete && !text.endsWith("=")) {
            return "lacks its = padding, or is cut off: its length is not a multiple of 4";
        }
        return incomplete && this == URL && text.length() % 4 == 1 || incomplete && this == STANDARD
                ? "has a length that no base64 has; it may be cut off"
                : "is not written canonically: its last characters have bits that belong to no byte";
    }
}
