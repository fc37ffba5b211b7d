package dev.muster.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The management API as one of the demonstration's people, for what a browser test needs and does not test. */
record DemoApi(DemoServer server, HttpClient http, String token) {

    static DemoApi of(String username) throws IOException, InterruptedException {
        DemoApi byPassword = basic(username, "muster-demo-only");
        String token = byPassword.post("/tokens", "application/json", "{\"name\":\"e2e\",\"expiresInDays\":1}");
        return new DemoApi(byPassword.server, byPassword.http, "Bearer " + text(token, "token"));
    }

    /** With name and password, or as a device with its credentials. */
    static DemoApi basic(String name, String password) throws IOException {
        DemoServer server = DemoServer.running();
        HttpClient http = HttpClient.newBuilder().sslContext(trust(server)).build();
        byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new DemoApi(server, http, "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /** @param path below {@code /api/v1} */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    String post(String path, String mediaType, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
    }

    /** The first member of this name, wherever it is. */
    static String text(String json, String member) {
        Matcher matcher =
                Pattern.compile("\"" + member + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + member + " in " + json);
        }
        return matcher.group(1).replace("\\n", "\n").replace("\\/", "/");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static SSLContext trust(DemoServer server) throws IOException {
        try (InputStream pem = Files.newInputStream(server.root())) {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
