package dev.muster.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An OpenID provider that answers what a test wants it to answer, right or wrong. Nobody logs in at it: it knows one user. */
final class HostileProvider {

    private static final String METADATA = "/.well-known/openid-configuration";

    /** Answers one path. */
    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    final AtomicInteger keyReads = new AtomicInteger();
    final AtomicInteger redirected = new AtomicInteger();

    private final HttpServer server;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();

    KeyPair key = newKey();
    String header;
    UnaryOperator<String> claims;
    String nonce;

    private HostileProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
        behave();
    }

    /** On a free port of this machine, until the end of the JVM. */
    static HostileProvider start() {
        try {
            return new HostileProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on everything is right again. */
    void behave() {
        handlers.clear();
        header = "{\"alg\":\"RS256\",\"kid\":\"first\"}";
        claims = right -> right;
        metadata(issuer());
        handlers.put("/keys", exchange -> {
            keyReads.incrementAndGet();
            send(exchange, 200, keys("first"));
        });
        handlers.put(
                "/token",
                exchange -> send(
                        exchange,
                        200,
                        "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token() + "\"}"));
        handlers.put("/elsewhere", exchange -> {
            redirected.incrementAndGet();
            send(exchange, 200, "{}");
        });
    }

    void metadata(String issuer) {
        String document = "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer() + "/authorize\","
                + "\"token_endpoint\":\"" + issuer() + "/token\",\"jwks_uri\":\"" + issuer() + "/keys\"}";
        handlers.put(METADATA, exchange -> send(exchange, 200, document));
    }

    void on(String path, Handler handler) {
        handlers.put(path, handler);
    }

    void onMetadata(Handler handler) {
        handlers.put(METADATA, handler);
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String keys(String id) {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"" + id + "\",\"n\":\"" + number(rsa.getModulus())
                + "\",\"e\":\"" + number(rsa.getPublicExponent()) + "\"}]}";
    }

    /** An ID token for the user, as header, claims and key are now. */
    String token() {
        long now = System.currentTimeMillis() / 1_000;
        String right = "{\"iss\":\"" + issuer() + "\",\"sub\":\"hostile\",\"aud\":\"muster\",\"exp\":" + (now + 300)
                + ",\"iat\":" + now + ",\"nonce\":\"" + nonce + "\",\"groups\":[\"managers\"]}";
        String input = text(header) + "." + text(claims.apply(right));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + octets(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
    }

    static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Begins an answer that never ends, a byte at a time. */
    static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        for (int i = 0; i < 600; i++) {
            body.write(' ');
            body.flush();
            dev.muster.testkit.Await.moment();
        }
    }

    /** Sends more than anybody should read. */
    static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(part);
        }
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            handlers.getOrDefault(exchange.getRequestURI().getPath(), other -> send(other, 404, "{}"))
                    .handle(exchange);
        } catch (IOException clientHasGone) {
            if (!exchange.getRequestURI().getPath().startsWith("/")) {
                throw new UncheckedIOException(clientHasGone);
            }
        }
    }

    private static String number(BigInteger number) {
        byte[] octets = number.toByteArray();
        return octets(octets[0] == 0 ? java.util.Arrays.copyOfRange(octets, 1, octets.length) : octets);
    }

    private static String text(String json) {
        return octets(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String octets(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** From now on nobody is there. */
    void stop() {
        server.stop(0);
    }
}
