import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Plays the devices of one certificate against a server: each proves itself, tries again as the protocol says, and sends
 * telemetry. One file and the JDK alone: {@code java src/samples/Simulator.java --help}. See README.md beside it.
 */
public class Simulator {

    static final String USAGE =
            """
            Usage: java Simulator.java [options] ACCESS_KEY FILE.csv

              ACCESS_KEY          the certificate's access key
              FILE.csv            the import file with the devices' identifiers (column uniqueIdentifier)

              --devices N         the first N of the file alone (default: all)
              --messages N        how many telemetry messages each device sends (default 3) ...
              --interval SECONDS  ... and how long it waits in between (default 1)
              --connections N     how many devices talk at the same time (default 16)
              --patience SECONDS  how long a device goes on trying to be let in (default 600)
              --key FILE          the certificate's private key, PKCS#8 PEM (default muster.key)
              --url URL           the server (default https://localhost:8181)
              --cacert FILE       the server root (default data/tls/root.pem, or root.pem beside you)

            The certificate's access token is read from the environment: MUSTER_ACCESS_TOKEN.
            Exit code 0: every device was provisioned and its messages were taken; 1: one was not; 2: wrong command line,
            or a server that cannot be reached, is not trusted or is not Muster.
            """;

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try {
            System.exit(new Simulator(Options.parse(arguments)).run() ? 0 : 1);
        } catch (WrongUse e) {
            System.err.println("Simulator: " + e.getMessage() + " See --help.");
            System.exit(2);
        } catch (NoServer e) {
            stop(e);
        }
    }

    /** Ends the run, with the reason, which is told once. */
    private static synchronized void stop(NoServer reason) {
        System.err.println("Simulator: " + reason.getMessage());
        System.exit(2);
    }

    private final Options options;
    private final Server server;
    private final Prover prover;
    private final Tally tally;
    private final CountDownLatch busy;
    private final ScheduledExecutorService connections;

    Simulator(Options options) throws Exception {
        this.options = options;
        this.server = new Server(options);
        this.prover = new Prover(options);
        this.tally = new Tally(options.identifiers().size());
        this.busy = new CountDownLatch(options.identifiers().size());
        this.connections = Executors.newScheduledThreadPool(options.number("connections"));
    }

    boolean run() throws InterruptedException {
        server.meet(options.accessKey());
        Runtime.getRuntime().addShutdownHook(new Thread(tally::summary));
        options.identifiers().forEach(identifier -> after(0, new Device(identifier)));
        while (!busy.await(System.console() == null ? 5 : 1, TimeUnit.SECONDS)) {
            tally.progress();
        }
        connections.shutdown();
        return tally.isAllDone();
    }

    private void after(long millis, Device device) {
        connections.schedule(device, millis, TimeUnit.MILLISECONDS);
    }

    /** One device: without credentials it proves itself, with them it reports. One request a step. */
    final class Device implements Runnable {

        private final String identifier;
        private final Instant giveUp = Instant.now().plusSeconds(options.number("patience"));
        private String login;
        private int sent;
        private int failures;
        private long measuredAt;

        Device(String identifier) {
            this.identifier = identifier;
        }

        @Override
        public void run() {
            try {
                if (login == null) {
                    proveItself();
                } else if (sent < options.number("messages")) {
                    report();
                } else {
                    end(Optional.empty());
                }
            } catch (NoServer untrusted) {
                stop(untrusted);
            } catch (IOException unreachable) {
                again("unreachable", backoff());
            } catch (GeneralSecurityException | RuntimeException e) {
                end(Optional.of(e.toString()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void proveItself() throws IOException, InterruptedException, GeneralSecurityException {
            Answer answer = server.post(
                    "/api/v1/provision/" + options.accessKey(), prover.requestOf(identifier), Optional.empty());
            switch (answer.status()) {
                case 200, 201 -> {
                    tally.provisioned(answer.text("deviceId"), answer.status());
                    login = answer.text("accessKey") + ":" + answer.text("accessToken");
                    goOn(0);
                }
                default -> refused(answer);
            }
        }

        private void report() throws IOException, InterruptedException {
            measuredAt = measuredAt == 0 ? System.currentTimeMillis() : measuredAt;
            Answer answer = server.post("/api/v1/telemetry", message(), Optional.of(login));
            switch (answer.status()) {
                case 202 -> {
                    tally.messages.increment();
                    sent++;
                    measuredAt = 0;
                    goOn(sent < options.number("messages") ? options.number("interval") * 1000L : 0);
                }
                case 401 -> {
                    login = null; // somebody rotated them; a new proof gives new ones where the policy lets it
                    again(answer.code(), backoff());
                }
                default -> refused(answer);
            }
        }

        /** The same message when it is sent again: what the server has of it already, it keeps once. */
        private String message() {
            long phase = measuredAt / 1000 + identifier.hashCode() % 60;
            return "{\"ts\":%d,\"data\":{\"temperature\":%.1f,\"battery\":%d}}"
                    .formatted(measuredAt, 20 + 5 * Math.sin(phase / 10.0), 100 - sent % 100);
        }

        /** RFC 9457's extension {@code retryable} says whether another try makes sense, Retry-After when. */
        private void refused(Answer answer) {
            if (answer.retryable()) {
                again(answer.code(), answer.retryAfter().map(Duration::toMillis).orElseGet(this::backoff));
            } else {
                end(Optional.of(answer.code()));
            }
        }

        private void goOn(long millis) {
            failures = 0;
            after(millis, this);
        }

        private void again(String why, long millis) {
            if (Instant.now().plusMillis(millis).isAfter(giveUp)) {
                end(Optional.of(why));
            } else {
                tally.tryAgain(why);
                after(millis, this);
            }
        }

        /** Twice as long each time up to half a minute, and never all devices at once. */
        private long backoff() {
            long most = Math.min(30_000, 1000L << Math.min(failures++, 5));
            return ThreadLocalRandom.current().nextLong(most / 2, most);
        }

        private void end(Optional<String> fault) {
            fault.ifPresentOrElse(tally::failed, tally.done::increment);
            busy.countDown();
        }
    }

    /** Signs the proofs: JWS in compact form (RFC 7515), the algorithm that of the key. */
    static final class Prover {

        private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

        private final Options options;
        private final PrivateKey key;
        private final String algorithm;

        Prover(Options options) throws IOException, GeneralSecurityException {
            this.options = options;
            this.key = read(options.file("key", "muster.key"));
            this.algorithm = algorithmOf(key);
        }

        /** The body of a provision request, with a fresh proof that lives for two minutes. */
        String requestOf(String identifier) throws GeneralSecurityException {
            long now = Instant.now().getEpochSecond();
            String claims =
                    "{\"iss\":\"%s\",\"sub\":%s,\"aud\":\"muster-provision\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d,\"ath\":\"%s\"}"
                            .formatted(
                                    options.accessKey(), quoted(identifier), UUID.randomUUID(), now, now + 120, ath());
            String input = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"provision+jwt\"}") + "." + encoded(claims);
            return "{\"uniqueIdentifier\":%s,\"proof\":\"%s.%s\"}"
                    .formatted(quoted(identifier), input, BASE64URL.encodeToString(sign(input)));
        }

        private byte[] sign(String input) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        case "ES384" -> "SHA384withECDSAinP1363Format";
                        case "RS256" -> "SHA256withRSA";
                        default -> "Ed25519";
                    });
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        }

        private String ath() throws GeneralSecurityException {
            byte[] token = options.accessToken().getBytes(StandardCharsets.US_ASCII);
            return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(token));
        }

        private static String encoded(String json) {
            return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }

        private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            for (String kind : List.of("EC", "RSA", "Ed25519")) {
                try {
                    byte[] der = Base64.getDecoder().decode(base64);
                    return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (InvalidKeySpecException | IllegalArgumentException ofAnotherKind) {
                    // the next one may fit
                }
            }
            throw new WrongUse(file + " is no private key in PKCS#8 PEM.");
        }

        private static String algorithmOf(PrivateKey key) {
            return switch (key.getAlgorithm()) {
                case "RSA" -> "RS256";
                case "EC" -> ((ECPrivateKey) key).getParams().getOrder().bitLength() > 256 ? "ES384" : "ES256";
                default -> "EdDSA";
            };
        }
    }

    /** The server, over connections that are kept open. */
    static final class Server {

        private static final int PATIENCE_SECONDS = 30;

        private final String url;
        private final Path root;
        private final HttpClient client;

        Server(Options options) throws IOException, GeneralSecurityException {
            this.url = options.url();
            this.root = options.root();
            this.client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(20))
                    .sslContext(trusting(root))
                    .build();
        }

        /**
         * Asks for a nonce, which everybody gets of Muster, before any device is let go.
         *
         * @throws NoServer if no answer comes, or one that is not Muster's
         */
        void meet(String accessKey) throws InterruptedException {
            try {
                Answer answer = send(request("/api/v1/provision/" + accessKey + "/nonce"));
                if (answer.text("nonce").isEmpty() && answer.text("code").isEmpty()) {
                    throw noServer("it answers HTTP " + answer.status() + ", and not as Muster does; is --url right?");
                }
            } catch (IOException e) {
                throw noServer(Causes.of(e));
            }
        }

        private NoServer noServer(String cause) {
            return new NoServer(url + " cannot be used with the root file " + root + ": " + cause);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(PATIENCE_SECONDS));
        }

        /** @throws NoServer if another server is there now, whose certificate is not trusted */
        private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
            try {
                return new Answer(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                throw new HttpTimeoutException("the answer does not end");
            } catch (ExecutionException e) {
                throw broken(e.getCause());
            }
        }

        private IOException broken(Throwable cause) {
            IOException broken = cause instanceof IOException io ? io : new IOException(cause);
            if (Causes.isDistrust(broken)) {
                throw noServer(Causes.of(broken));
            }
            return broken;
        }

        Answer post(String path, String json, Optional<String> login) throws IOException, InterruptedException {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
            login.ifPresent(both -> request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII))));
            return send(request);
        }

        private static SSLContext trusting(Path root) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (var in = Files.newInputStream(root)) {
                store.setCertificateEntry(
                        "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
            } catch (CertificateException e) {
                throw new WrongUse("The root file " + root + " is no certificate in PEM.");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    /** Why there is no answer, in words that say what to look at. */
    static final class Causes {

        /** Whether somebody answers whose certificate is refused: no other try makes that better. */
        static boolean isDistrust(IOException e) {
            return find(e, CertificateException.class).isPresent();
        }

        static String of(IOException e) {
            if (find(e, CertificateExpiredException.class).isPresent()) {
                return "the server's certificate has expired, or this machine's clock is wrong.";
            }
            if (find(e, CertificateNotYetValidException.class).isPresent()) {
                return "the server's certificate is not valid yet, or this machine's clock is wrong.";
            }
            Optional<CertificateException> distrust = find(e, CertificateException.class);
            if (distrust.isPresent()) {
                return isAboutTheName(distrust.get())
                        ? "the server's certificate is for another host name (" + distrust.get().getMessage() + ")."
                        : "the server's certificate is not trusted: it is not signed by the root in that file. Take"
                                + " tls/root.pem from the server's data directory.";
            }
            return withoutCertificate(e);
        }

        private static boolean isAboutTheName(CertificateException e) {
            String message = String.valueOf(e.getMessage());
            return message.startsWith("No ") && message.contains("name");
        }

        private static String withoutCertificate(IOException e) {
            if (find(e, UnresolvedAddressException.class).isPresent()) {
                return "there is no host of this name.";
            }
            if (find(e, ConnectException.class).isPresent()) {
                return "nothing answers there; is the server running, and is --url right?";
            }
            if (find(e, HttpTimeoutException.class).isPresent()) {
                return "no answer came in time; is --url right?";
            }
            if (find(e, SSLException.class).isPresent()) {
                return "no TLS connection (" + e.getMessage() + "); is it the https port?";
            }
            return "the connection broke (" + e.getMessage() + ").";
        }

        private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (kind.isInstance(cause)) {
                    return Optional.of(kind.cast(cause));
                }
            }
            return Optional.empty();
        }
    }

    /** What the server said. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        /** A member's text; an answer of ours has each of these names once. */
        String text(String member) {
            Matcher matcher =
                    Pattern.compile('"' + member + "\"\\s*:\\s*\"([^\"]*)\"").matcher(response.body());
            return matcher.find() ? matcher.group(1) : "";
        }

        String code() {
            String code = text("code");
            return code.isEmpty() ? "HTTP " + status() : code;
        }

        /** As the server says; what is no answer of Muster's comes from something before it, which may be mended. */
        boolean retryable() {
            return code().startsWith("HTTP") || response.body().replace(" ", "").contains("\"retryable\":true");
        }

        Optional<Duration> retryAfter() {
            return response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,6}"))
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        }
    }

    /** What became of the devices so far. */
    static final class Tally {

        final LongAdder done = new LongAdder();
        final LongAdder messages = new LongAdder();
        private final LongAdder created = new LongAdder();
        private final LongAdder rotated = new LongAdder();
        private final Set<String> ids = ConcurrentHashMap.newKeySet();
        private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();
        private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
        private final Instant begin = Instant.now();
        private final int all;

        Tally(int all) {
            this.all = all;
        }

        void provisioned(String deviceId, int status) {
            ids.add(deviceId);
            (status == 201 ? created : rotated).increment();
        }

        void tryAgain(String why) {
            retries.computeIfAbsent(why, any -> new LongAdder()).increment();
        }

        void failed(String why) {
            failures.computeIfAbsent(why, any -> new LongAdder()).increment();
        }

        boolean isAllDone() {
            return done.sum() == all;
        }

        void progress() {
            String line = "%d of %d provisioned, %d messages, %d tries again, %d failed"
                    .formatted(ids.size(), all, messages.sum(), sum(retries), sum(failures));
            System.out.print(System.console() == null ? line + "\n" : "\r" + line + " ");
            System.out.flush();
        }

        void summary() {
            double seconds = Math.max(1, Duration.between(begin, Instant.now()).toMillis()) / 1000.0;
            System.out.printf(
                    "%n%d devices in %.1f s: %d created (201), %d given new credentials (200), %d different device ids%n",
                    all, seconds, created.sum(), rotated.sum(), ids.size());
            System.out.printf("%d messages taken; %d devices done%n", messages.sum(), done.sum());
            list("tried again", retries);
            list("failed", failures);
        }

        private static void list(String what, Map<String, LongAdder> counts) {
            new TreeMap<>(counts).forEach((why, count) -> System.out.printf("  %s: %s %d%n", what, why, count.sum()));
        }

        private static long sum(Map<String, LongAdder> counts) {
            return counts.values().stream().mapToLong(LongAdder::sum).sum();
        }
    }

    /** The command line. */
    record Options(Map<String, String> given, String accessKey, List<String> identifiers) {

        private static final Set<String> NAMES = Set.of(
                "devices", "messages", "interval", "connections", "patience", "key", "url", "cacert");
        private static final Map<String, Integer> DEFAULTS =
                Map.of("messages", 3, "interval", 1, "connections", 16, "patience", 600);

        static Options parse(String[] arguments) throws IOException {
            Map<String, String> given = new HashMap<>();
            List<String> words = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                if (!arguments[i].startsWith("--")) {
                    words.add(arguments[i]);
                } else if (NAMES.contains(arguments[i].substring(2)) && i + 1 < arguments.length) {
                    given.put(arguments[i].substring(2), arguments[++i]);
                } else {
                    throw new WrongUse(arguments[i] + " is no option, or has no value.");
                }
            }
            if (words.size() != 2) {
                throw new WrongUse("Say the access key and the file with the identifiers.");
            }
            Options numbers = new Options(given, words.get(0), List.of());
            numbers.accessToken();
            long most = given.containsKey("devices") ? numbers.number("devices") : Long.MAX_VALUE;
            return new Options(given, words.get(0), identifiersOf(Path.of(words.get(1)), most));
        }

        int number(String name) {
            String value = given.getOrDefault(name, String.valueOf(DEFAULTS.get(name)));
            if (!value.matches("[0-9]{1,7}") || value.equals("0") && !name.matches("interval|messages")) {
                throw new WrongUse("--" + name + " takes a whole number.");
            }
            return Integer.parseInt(value);
        }

        String text(String name, String otherwise) {
            return given.getOrDefault(name, otherwise);
        }

        Path file(String name, String otherwise) {
            Path file = Path.of(text(name, otherwise));
            if (!Files.isReadable(file)) {
                throw new WrongUse("There is no file " + file + "; say --" + name + ".");
            }
            return file;
        }

        /** Without a slash at the end. */
        String url() {
            String url = text("url", "https://localhost:8181").replaceAll("/+$", "");
            if (!url.matches("https://[^/?#\\s]+")) {
                throw new WrongUse("--url takes the address of the server, such as https://localhost:8181.");
            }
            return url;
        }

        /** The server root, where it was said, or where a server or a ZIP of a certificate leaves it. */
        Path root() {
            return Stream.of("data/tls/root.pem", "root.pem")
                    .map(Path::of)
                    .filter(usual -> !given.containsKey("cacert") && Files.isReadable(usual))
                    .findFirst()
                    .orElseGet(() -> file("cacert", "data/tls/root.pem"));
        }

        String accessToken() {
            return Optional.ofNullable(System.getenv("MUSTER_ACCESS_TOKEN"))
                    .filter(token -> !token.isBlank())
                    .orElseThrow(() -> new WrongUse("Put the certificate's access token into MUSTER_ACCESS_TOKEN."));
        }

        /** Those of an import file; comma, semicolon and tab separate. */
        private static List<String> identifiersOf(Path csv, long most) throws IOException {
            if (!Files.isReadable(csv)) {
                throw new WrongUse("There is no file " + csv + ".");
            }
            List<String> lines = Files.readAllLines(csv);
            String header = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "");
            String separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
            int column = List.of(header.replace("\"", "").replace(" ", "").toLowerCase().split(separator))
                    .indexOf("uniqueidentifier");
            if (column < 0) {
                throw new WrongUse(csv + " has no column uniqueIdentifier.");
            }
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(separator, -1))
                    .filter(cells -> cells.length > column)
                    .map(cells -> cells[column].replace("\"", "").strip())
                    .filter(identifier -> !identifier.isEmpty())
                    .limit(most)
                    .collect(Collectors.toList());
        }
    }

    /** No server that can be used; the message says which, and why. */
    static final class NoServer extends RuntimeException {

        NoServer(String message) {
            super(message);
        }
    }

    /** A command line that cannot be followed; the message says what to change. */
    static final class WrongUse extends RuntimeException {

        WrongUse(String message) {
            super(message);
        }
    }
}
