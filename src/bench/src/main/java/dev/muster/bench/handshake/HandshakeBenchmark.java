package dev.muster.bench.handshake;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.KeyManager;

/**
 * Handshakes with the certificate of a device, on the curve P-256: how many a second at the port for devices, at the port of
 * MQTT, and at a server that is the JDK's and nothing else. The three take turns in each round; the first round is not
 * counted. Client and server share the processors.
 */
public final class HandshakeBenchmark {

    private static final int ROUNDS = Integer.getInteger("muster.bench.rounds", 4);

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("muster.bench.measured", 15));

    private static final String IDENTIFIER = "490154203237518";

    private final MusterServer server;
    private final BareServerProcess bare;

    private HandshakeBenchmark(MusterServer server, BareServerProcess bare) {
        this.server = server;
        this.bare = bare;
    }

    /**
     * Runs all and prints a Markdown table.
     *
     * @param manufacturer the management API as the manager of a manufacturer
     */
    public static void run(MusterServer server, ApiClient manufacturer, Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        BenchKeys device = BenchKeys.ofDevice(IDENTIFIER, authority(manufacturer));
        try (BareServerProcess bare = BareServerProcess.start(directory, BenchKeys.ofServer(), server.deviceRoot())) {
            System.out.println(new HandshakeBenchmark(server, bare).measure(device.managers()));
        }
    }

    private static BenchKeys authority(ApiClient manufacturer) throws GeneralSecurityException {
        String path = "/manufacturers/" + manufacturer.get("/account").ok().text("manufacturerId") + "/certificates";
        String wish =
                "{\"name\":\"factory\",\"purpose\":\"DEVICE_CA\",\"keyAlgorithm\":\"EC_P256\",\"validityDays\":30}";
        JsonObject created = manufacturer.post(path, wish).expect(201).json();
        byte[] der =
                Base64.getMimeDecoder().decode(created.getString("privateKey").replaceAll("-----[A-Z ]+-----", ""));
        byte[] pem =
                (created.getString("certificate") + created.getString("chain")).getBytes(StandardCharsets.US_ASCII);
        Certificate[] chain =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                        .distinct()
                        .filter(one -> !isRoot((X509Certificate) one))
                        .toArray(Certificate[]::new);
        return new BenchKeys(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)), chain);
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private String measure(KeyManager[] own) throws GeneralSecurityException, InterruptedException {
        Handshakes muster = new Handshakes(own, Trust.managers(server.root()).getTrustManagers());
        Handshakes beside = new Handshakes(own, Trust.managers(bare.root()).getTrustManagers());
        StringBuilder table =
                new StringBuilder("| round | | handshakes a second | of the bare server | median | 99 % |\n"
                        + "|--:|---|--:|--:|--:|--:|\n");
        for (int round = 0; round <= ROUNDS; round++) {
            Handshakes.Result limit = beside.run(bare.port(), MEASURED);
            Handshakes.Result https = muster.run(server.port("muster.device-port"), MEASURED);
            Handshakes.Result mqtt = muster.run(server.port("muster.mqtts-port"), MEASURED);
            if (round > 0) {
                table.append(row(round, "the JDK alone", limit, limit))
                        .append(row(round, "HTTPS for devices", https, limit))
                        .append(row(round, "MQTT", mqtt, limit));
            }
        }
        return table.toString();
    }

    private static String row(int round, String name, Handshakes.Result result, Handshakes.Result limit) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f %% | %.1f ms | %.1f ms |%n",
                round,
                name,
                result.rate(),
                100 * result.rate() / limit.rate(),
                result.percentile(50),
                result.percentile(99));
    }
}
