package dev.muster.e2e;

import dev.muster.testkit.Await;
import dev.muster.testkit.Command;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server that takes mails only over STARTTLS and with its user's password, and keeps them. */
final class MailServer implements AutoCloseable {

    private static final String USER = "muster";

    private static final String PASSWORD = "only for the test of mails";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern LINK = Pattern.compile("https://localhost:\\d+/\\S+");

    /** A mail as it came. */
    record Received(String to, String text) {

        /** The text of the body, decoded. */
        String body() {
            String[] parts = text.split("\r?\n\r?\n", 2);
            String head = parts[0].toLowerCase(Locale.ROOT);
            if (head.contains("content-transfer-encoding: base64")) {
                return new String(Base64.getMimeDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            }
            return head.contains("content-transfer-encoding: quoted-printable")
                    ? quotedPrintable(parts[1].replaceAll("=\r?\n", ""))
                    : parts[1];
        }

        /** RFC 2045 section 6.7: as in a URL, but with another sign before the two digits. */
        private static String quotedPrintable(String encoded) {
            String url = encoded.replace("%", "=25").replace("+", "=2B").replace('=', '%');
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        }

        String link() {
            Matcher found = LINK.matcher(body());
            if (!found.find()) {
                throw new AssertionError("no link in " + body());
            }
            return found.group();
        }
    }

    private final List<Received> mails = new CopyOnWriteArrayList<>();

    private final Path directory;

    private final SMTPServer server;

    private volatile boolean refusing;

    MailServer(Path directory) throws Exception {
        this.directory = directory;
        this.server = SMTPServer.port(0)
                .hostName("localhost")
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!USER.equals(user) || !PASSWORD.equals(password)) {
                        throw new LoginFailedException();
                    }
                }))
                .requireAuth()
                .startTlsSocketFactory(tls(directory))
                .requireTLS()
                .messageHandler((context, from, to, data) -> {
                    if (refusing) {
                        throw new RejectException(452, "later");
                    }
                    mails.add(new Received(to, new String(data, StandardCharsets.UTF_8)));
                })
                .build();
        server.start();
    }

    /** The settings of Muster that belong to it. */
    Map<String, String> settings() {
        return Map.of(
                "muster.smtp.host",
                "localhost",
                "muster.smtp.port",
                Integer.toString(server.getPortAllocated()),
                "muster.smtp.user",
                USER,
                "muster.smtp.password",
                PASSWORD,
                "muster.smtp.from",
                "muster@example.com",
                "muster.smtp.root",
                directory.resolve("mail.pem").toString());
    }

    /** Whether it takes no mail for now. */
    void refuse(boolean isRefusing) {
        refusing = isRefusing;
    }

    int count() {
        return mails.size();
    }

    /** Waits for a mail to this address that comes after so many mails. */
    Received await(String to, int after) {
        return Await.until(PATIENCE, () -> find(to, after), Optional::isPresent).orElseThrow();
    }

    private Optional<Received> find(String to, int after) {
        return mails.stream().skip(after).filter(mail -> mail.to().equals(to)).findFirst();
    }

    private static SSLContext tls(Path directory) throws Exception {
        Command.of(
                        directory,
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "mail.key",
                        "-out",
                        "mail.pem",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost")
                .succeed();
        Command.of(
                        directory,
                        "openssl",
                        "pkcs12",
                        "-export",
                        "-inkey",
                        "mail.key",
                        "-in",
                        "mail.pem",
                        "-out",
                        "mail.p12",
                        "-passout",
                        "pass:test")
                .succeed();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(directory.resolve("mail.p12"))) {
            store.load(file, "test".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "test".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop();
    }
}
