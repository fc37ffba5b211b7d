package dev.muster.bench.handshake;

import dev.muster.testkit.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server of the JDK alone: it makes the handshake, reads an octet, answers with one and closes. */
public final class BareServer {

    private static final int THREADS = 16;

    private static final int BACKLOG = 1_000;

    private BareServer() {}

    /**
     * Prints its port and serves until it is ended.
     *
     * @param arguments the file with its key, and the file with the roots of the devices
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        SSLServerSocket socket = (SSLServerSocket) context(Path.of(arguments[0]), Path.of(arguments[1]))
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        System.out.println(socket.getLocalPort());
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> serve(socket));
        }
    }

    private static SSLContext context(Path keys, Path roots) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(keys)) {
            store.load(input, BenchKeys.PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, BenchKeys.PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), Trust.managers(roots).getTrustManagers(), null);
        return context;
    }

    private static void serve(SSLServerSocket socket) {
        while (true) {
            try (SSLSocket one = (SSLSocket) socket.accept()) {
                one.getOutputStream().write(one.getInputStream().read());
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }
}
