package dev.muster.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A manufacturer's own keys and certificate signing requests, made by openssl in a directory; one key of each kind. */
record OutsideKeys(Openssl openssl, Map<String, Path> made) {

    static OutsideKeys in(Path directory) {
        return new OutsideKeys(new Openssl(directory), new ConcurrentHashMap<>());
    }

    /** PKCS#8 PEM. @param kind as {@code EC_P256} or {@code RSA_2048} */
    Path key(String kind) throws Exception {
        Path key = made.get(kind);
        if (key == null) {
            key = openssl.directory().resolve(kind + ".key");
            openssl.run(command(kind, key));
            made.put(kind, key);
        }
        return key;
    }

    /** PEM, of a request that asks for more than it can have. */
    String request(String kind) throws Exception {
        return Files.readString(request(key(kind), "/CN=localhost"));
    }

    Path request(Path key, String subject) throws Exception {
        Path request = openssl.directory().resolve("request.pem");
        openssl.run(
                "openssl",
                "req",
                "-new",
                "-key",
                key.toString(),
                "-subj",
                subject,
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-out",
                request.toString());
        return request;
    }

    private static String[] command(String kind, Path key) {
        String[] parts = kind.split("_");
        String algorithm = parts[0];
        if (parts.length == 1) {
            return new String[] {"openssl", "genpkey", "-algorithm", algorithm, "-out", key.toString()};
        }
        String option = algorithm.equals("RSA")
                ? "rsa_keygen_bits:" + parts[1]
                : "ec_paramgen_curve:P-" + parts[1].substring(1);
        return new String[] {"openssl", "genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", key.toString()};
    }
}
