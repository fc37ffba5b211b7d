package dev.muster.domain.mail;

import dev.muster.domain.shared.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The server that takes the mails of Muster, as the operator has set it.
 *
 * @param user empty if the server asks for none
 * @param root a PEM file of the authority that signed the server's certificate; empty for the roots that Java knows
 */
public record SmtpSettings(
        String host,
        int port,
        Tls tls,
        Optional<String> user,
        Optional<String> password,
        MailAddress from,
        Optional<String> root) {

    public static final String PREFIX = "muster.smtp.";

    public static final String PASSWORD = PREFIX + "password";

    public static final String ROOT = PREFIX + "root";

    /** All settings but the secret. */
    public static final List<String> OPEN =
            List.of(PREFIX + "host", PREFIX + "port", PREFIX + "tls", PREFIX + "user", PREFIX + "from", ROOT);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private static final int MAX_PORT = 65_535;

    /** How the connection is protected. */
    public enum Tls {
        /** From its first byte (RFC 8314). */
        TLS(465),
        /** By the command STARTTLS, without which nothing is sent. */
        STARTTLS(587),
        /** Not at all: only for a server on this machine. */
        NONE(25);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    /**
     * Reads the settings.
     *
     * @param source a setting by its name; empty if it is not set
     * @return empty if nothing is set: Muster sends no mail
     * @throws IllegalArgumentException if something is missing or cannot be used; its message names the setting
     */
    public static Optional<SmtpSettings> from(Function<String, Optional<String>> source) {
        boolean isSet = OPEN.stream().anyMatch(name -> source.apply(name).isPresent());
        return isSet ? Optional.of(read(source)) : Optional.empty();
    }

    private static SmtpSettings read(Function<String, Optional<String>> source) {
        Tls tls = source.apply(PREFIX + "tls").map(SmtpSettings::tls).orElse(Tls.STARTTLS);
        String host = needed(source, "host");
        if (tls == Tls.NONE && !THIS_MACHINE.contains(host)) {
            throw new IllegalArgumentException(
                    PREFIX + "tls can be NONE only if " + PREFIX + "host is localhost: use TLS or STARTTLS.");
        }
        Optional<String> user = source.apply(PREFIX + "user");
        Optional<String> password = source.apply(PASSWORD);
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("Set both " + PREFIX + "user and " + PASSWORD + ", or neither.");
        }
        return new SmtpSettings(
                host,
                source.apply(PREFIX + "port").map(SmtpSettings::port).orElse(tls.port),
                tls,
                user,
                password,
                address(needed(source, "from")),
                source.apply(ROOT));
    }

    private static String needed(Function<String, Optional<String>> source, String name) {
        return source.apply(PREFIX + name)
                .orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + name + " is missing: to send mails, Muster needs host and from."));
    }

    private static Tls tls(String text) {
        return Arrays.stream(Tls.values())
                .filter(tls -> tls.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PREFIX + "tls must be STARTTLS, TLS or NONE."));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_PORT) {
            throw new IllegalArgumentException(PREFIX + "port must be a number from 1 to " + MAX_PORT + ".");
        }
        return Integer.parseInt(text);
    }

    private static MailAddress address(String text) {
        try {
            return new MailAddress(text);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(PREFIX + "from must be an address only, such as muster@example.com.", e);
        }
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
