package dev.muster.domain.shared.net;

import java.net.IDN;
import java.net.InetAddress;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form in which a text is compared with the name of a host: spellings that a program or a person could take for the
 * same host have the same form. The form is for comparison only, not a name to look up.
 */
final class HostNameForm {

    /**
     * Dots of internationalized names (RFC 3490 section 3.1); NFKC has already changed one of the four to an ASCII dot.
     */
    private static final Pattern IDNA_DOTS = Pattern.compile("[\u3002\uFF0E\uFF61]");

    /** Invisible: blanks, control and format characters, fillers, variation selectors. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cf}\\s\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\uFFA0\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*://");
    private static final Pattern PATH = Pattern.compile("[/?#].*$");
    private static final Pattern PORT = Pattern.compile("(?<=^[^:]{0,255}|\\]):[0-9]*$");
    private static final Pattern BRACKETS = Pattern.compile("^\\[(.*?)(%.*)?]$");
    private static final Pattern DOTS_AROUND = Pattern.compile("^\\.+|\\.+$");

    /** A Punycode label of ASCII characters only, which no registry allows (RFC 5891 section 4.2.2). */
    private static final Pattern ASCII_PUNYCODE = Pattern.compile("xn--([a-z0-9-]+)-");

    private HostNameForm() {}

    static String of(String text) {
        String host = BRACKETS.matcher(withoutAddressParts(folded(text))).replaceFirst("$1");
        String name = DOTS_AROUND.matcher(host).replaceAll("");
        return Ipv4Spelling.parse(name)
                .or(() -> NetworkAddress.parse(name))
                .map(InetAddress::getHostAddress)
                .orElseGet(() -> folded(unicode(name)));
    }

    /**
     * Without compatibility forms, invisible characters and case. The first pass may create such characters again, so
     * there are two passes.
     */
    private static String folded(String text) {
        return foldedOnce(foldedOnce(text));
    }

    private static String foldedOnce(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        String compatible = Normalizer.normalize(seen, Normalizer.Form.NFKC);
        String dotted = IDNA_DOTS.matcher(compatible).replaceAll(".");
        return dotted.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Without the scheme, port and path of a browser's address. */
    private static String withoutAddressParts(String text) {
        String hostAndPort = PATH.matcher(SCHEME.matcher(text).replaceFirst("")).replaceFirst("");
        return PORT.matcher(hostAndPort).replaceFirst("");
    }

    private static String unicode(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .map(HostNameForm::unicodeLabel)
                .collect(Collectors.joining("."));
    }

    private static String unicodeLabel(String label) {
        Matcher ascii = ASCII_PUNYCODE.matcher(label);
        return ascii.matches() ? ascii.group(1) : IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
    }
}
