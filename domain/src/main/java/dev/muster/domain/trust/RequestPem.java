package dev.muster.domain.trust;

import dev.muster.domain.shared.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a certificate signing request in a text (RFC 7468 section 7). It ignores text around the request (section 2),
 * such as {@code openssl req -text} writes. It refuses a second block, because the sender meant only one of the two.
 */
final class RequestPem {

    private static final Pattern REQUEST =
            Pattern.compile("-----BEGIN ((?:NEW )?CERTIFICATE REQUEST)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");

    private static final String PRIVATE_KEY = "PRIVATE KEY-----";

    private RequestPem() {}

    /**
     * The one request in the text.
     *
     * @param ascii PEM
     * @return DER, unread
     * @throws ProblemException {@code validation-failed} if there is no request, or another block beside it
     */
    static byte[] decode(byte[] ascii) {
        String text = new String(ascii, StandardCharsets.ISO_8859_1);
        if (text.contains(PRIVATE_KEY)) {
            throw ProblemException.invalid(
                    "This contains a private key. Keep it to yourself, and send only the certificate"
                            + " signing request.");
        }
        Matcher request = REQUEST.matcher(text);
        if (BEGIN.matcher(text).results().count() != 1 || !request.find()) {
            throw notOneRequest();
        }
        try {
            return Base64.getDecoder().decode(request.group(2).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw notOneRequest();
        }
    }

    private static ProblemException notOneRequest() {
        return ProblemException.invalid("This is not one certificate signing request; send everything from"
                + " -----BEGIN CERTIFICATE REQUEST----- to -----END CERTIFICATE REQUEST-----, and nothing else.");
    }
}
