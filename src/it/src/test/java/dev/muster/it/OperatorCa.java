package dev.muster.it;

import dev.muster.testkit.Command;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An operator's own authority for machines, and what it has issued: made with the openssl command. */
record OperatorCa(Path directory) {

    static final String PASSWORD = "only-for-this-test";

    private static final String MACHINE =
            "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n";

    static OperatorCa create(Path directory) throws IOException {
        OperatorCa authority = new OperatorCa(Files.createDirectories(directory));
        authority.newKey("ca");
        authority.openssl("req", "-x509", "-key", "ca.key", "-subj", "/CN=Operator", "-days", "3", "-out", "ca.pem");
        return authority;
    }

    /** PEM. */
    Path root() {
        return directory.resolve("ca.pem");
    }

    /** A machine of the operator on this computer: the key store of its key and certificate. */
    Path issue(String name) throws IOException {
        newKey(name);
        Files.writeString(directory.resolve(name + ".ext"), MACHINE);
        openssl("req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "3",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".pem");
        openssl(
                "pkcs12",
                "-export",
                "-inkey",
                name + ".key",
                "-in",
                name + ".pem",
                "-passout",
                "pass:" + PASSWORD,
                "-out",
                name + ".p12");
        return directory.resolve(name + ".p12");
    }

    /** TLS of a client that shows this certificate. @param root what it trusts, PEM */
    static SSLContext context(Path keyStore, Path root) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(keyStore)) {
            store.load(input, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyManager[] own = keys.getKeyManagers();
        return Trust.in(root, own);
    }

    private void newKey(String name) {
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name + ".key");
    }

    private void openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        Collections.addAll(command, arguments);
        Command.of(directory, command.toArray(String[]::new)).succeed();
    }
}
