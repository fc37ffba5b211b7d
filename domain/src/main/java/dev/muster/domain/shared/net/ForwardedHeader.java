package dev.muster.domain.shared.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clients for whom proxies have forwarded a request: the field Forwarded (RFC 7239), only its {@code for}. */
public final class ForwardedHeader {

    public static final String NAME = "Forwarded";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /**
     * A pair, or nothing, up to a semicolon, a comma or the end (RFC 7239 section 4; blanks as RFC 9110 section 5.6.3).
     */
    private static final Pattern PAIR = Pattern.compile("\\G[ \\t]*(?:(" + TOKEN + ")=(?:(" + TOKEN
            + ")|\"((?:[^\"\\\\\\x00-\\x08\\x0a-\\x1f\\x7f]|\\\\[\\t\\x20-\\x7e])*)\"))?[ \\t]*(;|,|$)");

    /** An address of version 4, or one of version 6 in brackets, and perhaps a port (RFC 7239 section 6). */
    private static final Pattern NODE =
            Pattern.compile("(?:\\[([^\\]]+)]|([0-9.]+))(?::(?:\\d{1,5}|_[A-Za-z0-9._-]+))?");

    /** More than any chain of proxies writes. A stranger may have sent a field of any length to the first proxy. */
    private static final int MAX_LENGTH = 1024;

    private ForwardedHeader() {}

    /**
     * The addresses in the order of the elements: the last proxy has added the last one.
     *
     * @param lines the field's lines in the order of the request
     * @return an empty element if its proxy does not say the address; an empty list if a line cannot be read or is too
     *     long
     */
    public static List<Optional<InetAddress>> clients(List<String> lines) {
        List<Optional<InetAddress>> clients = new ArrayList<>();
        for (String line : lines) {
            if (line.length() > MAX_LENGTH || !read(line, clients)) {
                return List.of();
            }
        }
        return clients;
    }

    private static boolean read(String line, List<Optional<InetAddress>> clients) {
        Matcher pair = PAIR.matcher(line);
        Optional<InetAddress> client = Optional.empty();
        while (pair.find()) {
            if ("for".equalsIgnoreCase(pair.group(1))) {
                client = address(pair.group(2) == null ? pair.group(3).replaceAll("\\\\(.)", "$1") : pair.group(2));
            }
            if (!";".equals(pair.group(4))) {
                clients.add(client);
                client = Optional.empty();
            }
            if (pair.group(4).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<InetAddress> address(String node) {
        Matcher matcher = NODE.matcher(node);
        return matcher.matches()
                ? NetworkAddress.parse(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }
}
