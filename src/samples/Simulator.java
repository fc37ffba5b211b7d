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
import java.util.Objects;
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
 * Simulates the devices of one certificate. Each device proves itself, tries again as the protocol says, and sends telemetry.
 * It needs only this file and a JDK: {@code java src/samples/Simulator.java --help}. With {@code --mqtt} it also needs
 * MqttSimulator.java and a client library. See README.md beside it.
 *
 * <p>From the outside to the inside: {@link Options} and {@link IdentifierFile} read what the user gives; a {@link Protocol} makes
 * the devices; {@link Device} is one device, {@link Backoff} its waiting times; {@link HttpDevice} is a device that speaks HTTP;
 * {@link Prover} makes its proofs with a {@link SigningKey}; {@link Server} sends requests, trusts only a {@link ServerRoot} and
 * returns an {@link Answer}; {@link Failure} explains why there is no answer; {@link Tally} counts.
 */
public class Simulator {

    static final String USAGE =
            """
            Usage: java Simulator.java [options] ACCESS_KEY FILE.csv

              ACCESS_KEY          the certificate's access key
              FILE.csv            the import file with the devices' identifiers (column uniqueIdentifier)

              --devices N         only the first N devices of the file (default: all)
              --messages N        how many telemetry messages each device sends (default 3) ...
              --interval SECONDS  ... and how long it waits between two messages (default 1)
              --connections N     how many devices send at the same time (default 16)
              --patience SECONDS  how long a device tries again (default 600)
              --key FILE          the certificate's private key, PKCS#8 PEM (default muster.key)
              --url URL           the server (default https://localhost:8181)
              --cacert FILE       the server root (default data/tls/root.pem, or root.pem in this directory)
              --mqtt              over MQTT: each device proves itself and reports on one connection ...
              --mqtt-port PORT    ... to this port of the server (default 8883)

            With --mqtt, java needs Eclipse Paho on its class path (-cp); README.md has the command.
            Put the certificate's access token into the environment variable MUSTER_ACCESS_TOKEN.
            Exit code 0: all devices were provisioned and the server accepted all messages; 1: a device failed; 2: the command
            line is wrong, or the server cannot be reached, is not trusted or is not Muster.
            """;

    final Options options;
    final Prover prover;
    final Tally tally;
    private final Protocol protocol;
    private final CountDownLatch unfinished;
    private final ScheduledExecutorService connections;

    Simulator(Options options) throws IOException, GeneralSecurityException {
        this.options = options;
        this.prover = new Prover(options.accessKey(), options.accessToken(), SigningKey.read(options.key()));
        this.protocol = options.isMqtt() ? Protocol.mqtt() : new Http(options);
        this.tally = new Tally(options.identifiers().size());
        this.unfinished = new CountDownLatch(options.identifiers().size());
        this.connections = Executors.newScheduledThreadPool(options.number("connections"));
    }

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
        } catch (UnusableServer e) {
            stop(e);
        }
    }

    /** Ends the process. Of several devices that call this at the same time only the first prints its reason. */
    private static synchronized void stop(UnusableServer reason) {
        System.err.println("Simulator: " + reason.getMessage());
        System.exit(2);
    }

    /** Runs all devices to their end; returns whether all of them succeeded. */
    boolean run() throws InterruptedException {
        protocol.requireServer(options);
        Runtime.getRuntime().addShutdownHook(new Thread(tally::printSummary));
        options.identifiers().forEach(identifier -> schedule(protocol.device(this, identifier), 0));
        int seconds = System.console() == null ? 5 : 1;
        while (!unfinished.await(seconds, TimeUnit.SECONDS)) {
            tally.printProgress();
        }
        connections.shutdown();
        return tally.isAllDone();
    }

    private void schedule(Device device, long millis) {
        connections.schedule(device, millis, TimeUnit.MILLISECONDS);
    }

    /** How devices reach the server. */
    interface Protocol {

        /**
         * Looks for the server before the first device starts.
         *
         * @throws UnusableServer if there is no server, or one that cannot be used
         */
        void requireServer(Options options) throws InterruptedException;

        Device device(Simulator simulator, String identifier);

        /**
         * The class in MqttSimulator.java. Only its name is here, so that this file needs no library.
         *
         * @throws WrongUse if the library, or the class, cannot be found
         */
        static Protocol mqtt() {
            try {
                Class.forName("org.eclipse.paho.client.mqttv3.MqttClient");
                return (Protocol)
                        Class.forName("MqttSimulator").getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new WrongUse("--mqtt needs MqttSimulator.java beside this file, a JDK 22 or newer, and Eclipse Paho on"
                        + " the class path: README.md has the command.");
            }
        }
    }

    /** HTTP, with connections that all devices share. */
    static final class Http implements Protocol {

        private final Server server;

        Http(Options options) throws IOException, GeneralSecurityException {
            this.server = new Server(options.url(), new ServerRoot(options.root()));
        }

        @Override
        public void requireServer(Options options) throws InterruptedException {
            server.requireMuster(options.accessKey());
        }

        @Override
        public Device device(Simulator simulator, String identifier) {
            return new HttpDevice(simulator, identifier, server);
        }
    }

    /** One device: it takes a step, and then its next step, until it is done or gives up. */
    abstract static class Device implements Runnable {

        final Simulator simulator;
        final Options options;
        final String identifier;
        private final Backoff backoff = new Backoff();
        private final Instant giveUp;
        private int sent;

        /** The time of the message that is not accepted yet, 0 if there is none. */
        private long measuredAt;

        Device(Simulator simulator, String identifier) {
            this.simulator = simulator;
            this.options = simulator.options;
            this.identifier = identifier;
            this.giveUp = Instant.now().plusSeconds(options.number("patience"));
        }

        @Override
        public final void run() {
            try {
                step();
            } catch (UnusableServer untrusted) {
                stop(untrusted);
            } catch (IOException unreachable) {
                tryAgain("unreachable");
            } catch (GeneralSecurityException | RuntimeException e) {
                fail(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** @throws IOException if there is no answer, so that the device tries again */
        abstract void step() throws IOException, InterruptedException, GeneralSecurityException;

        final boolean hasMoreMessages() {
            return sent < options.number("messages");
        }

        /** A second try sends the same message: if the server already has it, it stores it only once. */
        final String message() {
            measuredAt = measuredAt == 0 ? System.currentTimeMillis() : measuredAt;
            long phase = measuredAt / 1000 + identifier.hashCode() % 60;
            return "{\"ts\":%d,\"data\":{\"temperature\":%.1f,\"battery\":%d}}"
                    .formatted(measuredAt, 20 + 5 * Math.sin(phase / 10.0), 100 - sent % 100);
        }

        /** @return how long to wait before the next message, in milliseconds; 0 after the last one */
        final long accepted() {
            simulator.tally.messages.increment();
            sent++;
            measuredAt = 0;
            backoff.reset();
            return hasMoreMessages() ? options.number("interval") * 1000L : 0;
        }

        final void goOn(long millis) {
            backoff.reset();
            simulator.schedule(this, millis);
        }

        final void tryAgain(String why) {
            tryAgain(why, backoff.next());
        }

        final void tryAgain(String why, long millis) {
            if (Instant.now().plusMillis(millis).isAfter(giveUp)) {
                fail(why);
            } else {
                simulator.tally.triedAgain(why);
                simulator.schedule(this, millis);
            }
        }

        final void done() {
            simulator.tally.done.increment();
            simulator.unfinished.countDown();
        }

        final void fail(String why) {
            simulator.tally.failed(why);
            simulator.unfinished.countDown();
        }
    }

    /**
     * A device that speaks HTTP. Without credentials it proves itself; with credentials it sends telemetry. It holds a thread for
     * one request only: after each answer it schedules its next step.
     */
    static final class HttpDevice extends Device {

        private final Server server;

        /** User name and password of HTTP Basic; empty until the device has credentials. */
        private Optional<String> login = Optional.empty();

        HttpDevice(Simulator simulator, String identifier, Server server) {
            super(simulator, identifier);
            this.server = server;
        }

        @Override
        void step() throws IOException, InterruptedException, GeneralSecurityException {
            if (login.isEmpty()) {
                proveItself();
            } else if (hasMoreMessages()) {
                sendTelemetry();
            } else {
                done();
            }
        }

        private void proveItself() throws IOException, InterruptedException, GeneralSecurityException {
            String path = "/api/v1/provision/" + options.accessKey();
            Answer answer = server.post(path, simulator.prover.requestOf(identifier), login);
            if (answer.status() == 200 || answer.status() == 201) {
                simulator.tally.provisioned(answer.text("deviceId"), answer.status());
                login = Optional.of(answer.text("accessKey") + ":" + answer.text("accessToken"));
                goOn(0);
            } else {
                handleRefusal(answer);
            }
        }

        private void sendTelemetry() throws IOException, InterruptedException {
            Answer answer = server.post("/api/v1/telemetry", message(), login);
            switch (answer.status()) {
                case 202 -> goOn(accepted());
                case 401 -> {
                    login = Optional.empty(); // rotated meanwhile: a new proof gives new credentials if the policy allows it
                    tryAgain(answer.code());
                }
                default -> handleRefusal(answer);
            }
        }

        /** The member {@code retryable} (an extension of RFC 9457) says whether to try again, Retry-After says when. */
        private void handleRefusal(Answer answer) {
            if (!answer.isRetryable()) {
                fail(answer.code());
            } else if (answer.retryAfter().isPresent()) {
                tryAgain(answer.code(), answer.retryAfter().get().toMillis());
            } else {
                tryAgain(answer.code());
            }
        }
    }

    /** How long a device waits after each failure: twice as long each time, up to half a minute. */
    static final class Backoff {

        private static final int DOUBLINGS = 5;
        private static final long MOST_MILLIS = 30_000;

        private int failures;

        /** In milliseconds. Random, so that not all devices try again at the same time. */
        long next() {
            long most = Math.min(MOST_MILLIS, 1000L << Math.min(failures++, DOUBLINGS));
            return ThreadLocalRandom.current().nextLong(most / 2, most);
        }

        void reset() {
            failures = 0;
        }
    }

    /** Makes provision requests with a proof: a JWS in compact form (RFC 7515). */
    static final class Prover {

        private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
        private static final int LIFETIME_SECONDS = 120;

        private final String accessKey;
        private final String tokenHash;
        private final SigningKey key;

        Prover(String accessKey, String accessToken, SigningKey key) throws GeneralSecurityException {
            this.accessKey = accessKey;
            this.tokenHash = BASE64URL.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII)));
            this.key = key;
        }

        /** The body of a provision request, with a new proof. */
        String requestOf(String identifier) throws GeneralSecurityException {
            return "{\"uniqueIdentifier\":%s,\"proof\":\"%s\"}".formatted(quoted(identifier), proofOf(identifier));
        }

        /** A new proof alone: over MQTT it is the password of the first connection. */
        String proofOf(String identifier) throws GeneralSecurityException {
            String input = encoded(header()) + "." + encoded(claims(identifier));
            return input + "." + BASE64URL.encodeToString(key.sign(input));
        }

        private String header() {
            return "{\"alg\":\"" + key.algorithm() + "\",\"typ\":\"provision+jwt\"}";
        }

        private String claims(String identifier) {
            long now = Instant.now().getEpochSecond();
            return """
                    {"iss":"%s","sub":%s,"aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}"""
                    .formatted(
                            accessKey, quoted(identifier), UUID.randomUUID(), now, now + LIFETIME_SECONDS, tokenHash);
        }

        private static String encoded(String json) {
            return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /**
     * The private key of the certificate.
     *
     * @param algorithm its name in a JWS (RFC 7518, RFC 8037)
     */
    record SigningKey(PrivateKey key, String algorithm) {

        private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519");

        /** @param file PKCS#8, PEM */
        static SigningKey read(Path file) throws IOException, GeneralSecurityException {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            for (String kind : KINDS) {
                try {
                    byte[] der = Base64.getDecoder().decode(base64);
                    PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
                    return new SigningKey(key, algorithmOf(key));
                } catch (InvalidKeySpecException | IllegalArgumentException notOfThisKind) {
                    // try the next kind
                }
            }
            throw new WrongUse(file + " is not a private key in PKCS#8 PEM.");
        }

        private static String algorithmOf(PrivateKey key) {
            return switch (key.getAlgorithm()) {
                case "RSA" -> "RS256";
                case "EC" -> ((ECPrivateKey) key).getParams().getOrder().bitLength() > 256 ? "ES384" : "ES256";
                default -> "EdDSA";
            };
        }

        byte[] sign(String input) throws GeneralSecurityException {
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
    }

    /** The server, over connections that stay open. */
    static final class Server {

        private static final int CONNECT_SECONDS = 20;
        private static final int ANSWER_SECONDS = 30;

        private final String url;
        private final ServerRoot root;
        private final HttpClient client;

        Server(String url, ServerRoot root) throws IOException, GeneralSecurityException {
            this.url = url;
            this.root = root;
            this.client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
                    .sslContext(root.tls())
                    .build();
        }

        /**
         * Asks for a nonce, which Muster gives to everybody, before the first device starts.
         *
         * @throws UnusableServer if there is no answer, or an answer that is not Muster's
         */
        void requireMuster(String accessKey) throws InterruptedException {
            try {
                Answer answer = send(request("/api/v1/provision/" + accessKey + "/nonce"));
                if (answer.text("nonce").isEmpty() && answer.text("code").isEmpty()) {
                    throw unusable("it answers HTTP " + answer.status() + ", and not as Muster does; is --url right?");
                }
            } catch (IOException e) {
                throw unusable(new Failure(e).sentence());
            }
        }

        /** @param login user name and password of HTTP Basic, with a colon in between */
        Answer post(String path, String json, Optional<String> login) throws IOException, InterruptedException {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
            login.map(both -> both.getBytes(StandardCharsets.US_ASCII))
                    .map(Base64.getEncoder()::encodeToString)
                    .ifPresent(basic -> request.header("Authorization", "Basic " + basic));
            return send(request);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(ANSWER_SECONDS));
        }

        /** @throws UnusableServer if another server answers now, whose certificate is not trusted */
        private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
            try {
                return new Answer(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                        .get(ANSWER_SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                throw new HttpTimeoutException("the answer does not end");
            } catch (ExecutionException e) {
                IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
                Failure failure = new Failure(cause);
                if (failure.isDistrust()) {
                    throw unusable(failure.sentence());
                }
                throw cause;
            }
        }

        private UnusableServer unusable(String cause) {
            return new UnusableServer(url + " cannot be used with the root file " + root.file() + ": " + cause);
        }
    }

    /**
     * The only root that this program trusts.
     *
     * @param file the certificate of the root, PEM
     */
    record ServerRoot(Path file) {

        SSLContext tls() throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (var in = Files.newInputStream(file)) {
                store.setCertificateEntry(
                        "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
            } catch (CertificateException e) {
                throw new WrongUse("The root file " + file + " is not a certificate in PEM.");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    /** Why there is no answer, in a sentence that says what to check. */
    record Failure(IOException exception) {

        /** Whether the server has a certificate that is not trusted: another try does not help. */
        boolean isDistrust() {
            return find(CertificateException.class).isPresent();
        }

        String sentence() {
            return find(CertificateException.class).map(Failure::ofCertificate).orElseGet(this::ofConnection);
        }

        private static String ofCertificate(CertificateException e) {
            if (e instanceof CertificateExpiredException) {
                return "the server's certificate has expired, or this machine's clock is wrong.";
            }
            if (e instanceof CertificateNotYetValidException) {
                return "the server's certificate is not valid yet, or this machine's clock is wrong.";
            }
            return isAboutName(e)
                    ? "the server's certificate is for another host name (" + e.getMessage() + ")."
                    : "the server's certificate is not trusted: it is not signed by the root in that file. Take"
                            + " tls/root.pem from the server's data directory.";
        }

        private static boolean isAboutName(CertificateException e) {
            String message = String.valueOf(e.getMessage());
            return message.startsWith("No ") && message.contains("name");
        }

        private String ofConnection() {
            if (find(UnresolvedAddressException.class).isPresent()) {
                return "there is no host of this name.";
            }
            if (find(ConnectException.class).isPresent()) {
                return "nothing answers there; is the server running, and is --url right?";
            }
            if (find(HttpTimeoutException.class).isPresent()) {
                return "no answer came in time; is --url right?";
            }
            if (find(SSLException.class).isPresent()) {
                return "no TLS connection (" + exception.getMessage() + "); is it the https port?";
            }
            return "the connection broke (" + exception.getMessage() + ").";
        }

        /** The innermost cause of this type. */
        private <T extends Throwable> Optional<T> find(Class<T> type) {
            return Stream.<Throwable>iterate(exception, Objects::nonNull, Throwable::getCause)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .reduce((outer, inner) -> inner);
        }
    }

    /** What the server answered. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        /** The text of a member, empty if there is none. */
        String text(String member) {
            return textOf(response.body(), member);
        }

        /** An answer of Muster has each of the names asked here only once. */
        static String textOf(String json, String member) {
            Matcher matcher =
                    Pattern.compile('"' + member + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
            return matcher.find() ? matcher.group(1) : "";
        }

        String code() {
            String code = text("code");
            return code.isEmpty() ? "HTTP " + status() : code;
        }

        /** As the server says. An answer without a code comes from a proxy, so another try may help. */
        boolean isRetryable() {
            return text("code").isEmpty()
                    || response.body().replace(" ", "").contains("\"retryable\":true");
        }

        Optional<Duration> retryAfter() {
            return response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,6}"))
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        }
    }

    /** Counts what the devices have done. */
    static final class Tally {

        final LongAdder done = new LongAdder();
        final LongAdder messages = new LongAdder();
        private final LongAdder created = new LongAdder();
        private final LongAdder rotated = new LongAdder();
        private final LongAdder provisioned = new LongAdder();
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

        /** Over MQTT, where the answer does not say whether the device is new. */
        void provisioned(String deviceId) {
            ids.add(deviceId);
            provisioned.increment();
        }

        void triedAgain(String why) {
            retries.computeIfAbsent(why, any -> new LongAdder()).increment();
        }

        void failed(String why) {
            failures.computeIfAbsent(why, any -> new LongAdder()).increment();
        }

        boolean isAllDone() {
            return done.sum() == all;
        }

        void printProgress() {
            String line = "%d of %d provisioned, %d messages, %d tries again, %d failed"
                    .formatted(ids.size(), all, messages.sum(), sum(retries), sum(failures));
            System.out.print(System.console() == null ? line + "\n" : "\r" + line + " ");
            System.out.flush();
        }

        void printSummary() {
            double seconds = Math.max(1, Duration.between(begin, Instant.now()).toMillis()) / 1000.0;
            String how = provisioned.sum() > 0
                    ? "%d times provisioned by MQTT".formatted(provisioned.sum())
                    : "%d created (201), %d given new credentials (200)".formatted(created.sum(), rotated.sum());
            System.out.printf("%n%d devices in %.1f s: %s, %d different device ids%n", all, seconds, how, ids.size());
            System.out.printf("%d messages taken; %d devices done%n", messages.sum(), done.sum());
            print("tried again", retries);
            print("failed", failures);
        }

        private static void print(String what, Map<String, LongAdder> counts) {
            new TreeMap<>(counts).forEach((why, count) -> System.out.printf("  %s: %s %d%n", what, why, count.sum()));
        }

        private static long sum(Map<String, LongAdder> counts) {
            return counts.values().stream().mapToLong(LongAdder::sum).sum();
        }
    }

    /**
     * The command line.
     *
     * @param given the options, by name without the dashes
     */
    record Options(Map<String, String> given, String accessKey, List<String> identifiers) {

        private static final Set<String> NAMES =
                Set.of("devices", "messages", "interval", "connections", "patience", "key", "url", "cacert", "mqtt-port");
        private static final String MQTT = "--mqtt";
        private static final Map<String, Integer> DEFAULTS = Map.of(
                "devices",
                Integer.MAX_VALUE,
                "messages",
                3,
                "interval",
                1,
                "connections",
                16,
                "patience",
                600,
                "mqtt-port",
                8883);
        private static final String ROOT = "data/tls/root.pem";

        /** @throws WrongUse if a part of the command line or the access token is missing or wrong */
        static Options parse(String[] arguments) throws IOException {
            Map<String, String> given = new HashMap<>();
            List<String> words = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i].equals(MQTT)) {
                    given.put(MQTT, "");
                } else if (!arguments[i].startsWith("--")) {
                    words.add(arguments[i]);
                } else if (NAMES.contains(arguments[i].substring(2)) && i + 1 < arguments.length) {
                    given.put(arguments[i].substring(2), arguments[++i]);
                } else {
                    throw new WrongUse(arguments[i] + " is not an option, or has no value.");
                }
            }
            if (words.size() != 2) {
                throw new WrongUse("Give the access key and the file with the identifiers.");
            }
            Options options = new Options(given, words.get(0), List.of());
            options.accessToken();
            return options.with(new IdentifierFile(Path.of(words.get(1))).read(options.number("devices")));
        }

        private Options with(List<String> identifiers) {
            return new Options(given, accessKey, identifiers);
        }

        int number(String name) {
            String value = given.get(name);
            if (value == null) {
                return DEFAULTS.get(name);
            }
            if (!value.matches("[0-9]{1,7}") || value.equals("0") && !name.matches("interval|messages")) {
                throw new WrongUse("--" + name + " takes a whole number.");
            }
            return Integer.parseInt(value);
        }

        boolean isMqtt() {
            return given.containsKey(MQTT);
        }

        Path key() {
            return file("key", "muster.key");
        }

        /** The server root: the given file, or where a server or the ZIP of a certificate puts it. */
        Path root() {
            return Stream.of(ROOT, "root.pem")
                    .map(Path::of)
                    .filter(usual -> !given.containsKey("cacert") && Files.isReadable(usual))
                    .findFirst()
                    .orElseGet(() -> file("cacert", ROOT));
        }

        private Path file(String name, String otherwise) {
            Path file = Path.of(given.getOrDefault(name, otherwise));
            if (!Files.isReadable(file)) {
                throw new WrongUse("There is no file " + file + "; give another with --" + name + ".");
            }
            return file;
        }

        /** Without a slash at the end. */
        String url() {
            String url = given.getOrDefault("url", "https://localhost:8181").replaceAll("/+$", "");
            if (!url.matches("https://[^/?#\\s]+")) {
                throw new WrongUse("--url takes the address of the server, such as https://localhost:8181.");
            }
            return url;
        }

        String accessToken() {
            return Optional.ofNullable(System.getenv("MUSTER_ACCESS_TOKEN"))
                    .filter(token -> !token.isBlank())
                    .orElseThrow(() -> new WrongUse("Put the certificate's access token into MUSTER_ACCESS_TOKEN."));
        }
    }

    /** An import file. Its cells are separated by comma, semicolon or tab. */
    record IdentifierFile(Path csv) {

        /** @return at most so many identifiers, in the order of the file */
        List<String> read(int most) throws IOException {
            if (!Files.isReadable(csv)) {
                throw new WrongUse("There is no file " + csv + ".");
            }
            List<String> lines = Files.readAllLines(csv);
            String header = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "");
            String separator = separatorOf(header);
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

        private static String separatorOf(String header) {
            if (header.contains(";")) {
                return ";";
            }
            return header.contains("\t") ? "\t" : ",";
        }
    }

    /** The server cannot be used; the message says which server, and why. */
    static final class UnusableServer extends RuntimeException {

        UnusableServer(String message) {
            super(message);
        }
    }

    /** The command line cannot be used; the message says what to change. */
    static final class WrongUse extends RuntimeException {

        WrongUse(String message) {
            super(message);
        }
    }
}
