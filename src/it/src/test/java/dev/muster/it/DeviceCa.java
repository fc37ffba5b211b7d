package dev.muster.it;

import dev.muster.testkit.Command;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A factory with a DEVICE_CA: it makes keys and certificates of devices with the openssl command.
 *
 * @param created what the management API answered
 */
record DeviceCa(Path directory, JsonObject created) {

    private static final String DEVICE = "keyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\n";

    static DeviceCa create(Fleet fleet, Path directory) throws Exception {
        String wish = """
                {"name":"Factory","purpose":"DEVICE_CA","keyAlgorithm":"EC_P256","validityDays":30}""";
        JsonObject created = fleet.manufacturer()
                .post(fleet.certificatesPath(), wish)
                .expect(201)
                .json();
        Path own = Files.createTempDirectory(directory, "factory");
        Files.writeString(own.resolve("ca.pem"), created.getString("certificate"));
        Files.writeString(own.resolve("ca.key"), created.getString("privateKey"));
        return new DeviceCa(own, created);
    }

    /** Of an authority that has nothing to do with Muster. */
    static DeviceCa stranger(Path directory) throws Exception {
        Path own = Files.createTempDirectory(directory, "stranger");
        DeviceCa stranger = new DeviceCa(
                own, Json.createObjectBuilder().add("accessKey", "").build());
        stranger.openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "ca.key");
        stranger.openssl("req", "-x509", "-key", "ca.key", "-subj", "/CN=Stranger", "-days", "30", "-out", "ca.pem");
        return stranger;
    }

    Path certificateFile() {
        return directory.resolve("ca.pem");
    }

    String id() {
        return created.getString("id");
    }

    String accessKey() {
        return created.getString("accessKey");
    }

    /** PEM. */
    String certificate() {
        return created.getString("certificate");
    }

    /** PKCS#8, PEM. */
    String privateKey() {
        return created.getString("privateKey");
    }

    /** A device whose serialNumber is its identifier. */
    CertifiedDevice device(String identifier) throws Exception {
        return device("/CN=Tracker/serialNumber=" + identifier, 10);
    }

    /** @param days may be negative: then it has expired */
    CertifiedDevice device(String subject, int days) throws Exception {
        return device(subject, days, DEVICE);
    }

    /** What the factory should not make: a device's certificate that says to be an authority's. */
    CertifiedDevice authority(String identifier) throws Exception {
        return device("/serialNumber=" + identifier, 10, DEVICE + "basicConstraints=critical,CA:TRUE\n");
    }

    /** @param key what {@code openssl genpkey} calls the algorithm, and its options */
    CertifiedDevice deviceWithKey(String identifier, String... key) throws Exception {
        return device("/CN=Tracker/serialNumber=" + identifier, 10, DEVICE, key);
    }

    /** @param extensions as openssl reads them, a line each */
    CertifiedDevice device(String subject, int days, String extensions) throws Exception {
        return device(subject, days, extensions, "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    private CertifiedDevice device(String subject, int days, String extensions, String... key) throws Exception {
        Path own = Files.createTempDirectory(directory, "device");
        List<String> making = new ArrayList<>(List.of("genpkey", "-algorithm"));
        Collections.addAll(making, key);
        Collections.addAll(making, "-out", own + "/device.key");
        openssl(making.toArray(String[]::new));
        openssl("req", "-new", "-utf8", "-key", own + "/device.key", "-subj", subject, "-out", own + "/device.csr");
        Files.writeString(own.resolve("device.ext"), extensions);
        openssl(
                "x509",
                "-req",
                "-in",
                own + "/device.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                Integer.toString(days),
                "-extfile",
                own + "/device.ext",
                "-out",
                own + "/device.pem");
        return new CertifiedDevice(
                accessKey(), Files.readString(own.resolve("device.key")), Files.readString(own.resolve("device.pem")));
    }

    private void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        Collections.addAll(command, arguments);
        Command.of(directory, command.toArray(String[]::new)).succeed();
    }
}
