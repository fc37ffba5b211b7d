package dev.muster.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A TLS server with somebody's key and certificate, on this machine: what a client tells it would be lost to a thief. */
final class PosingServer implements AutoCloseable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    private static final char[] PASSWORD = "posing".toCharArray();

    private final SSLServerSocket socket;

    private PosingServer(SSLServerSocket socket) {
        this.socket = socket;
    }

    /**
     * @param key EC, PKCS#8, PEM
     * @param chain PEM, the server's own certificate first
     */
    static PosingServer start(String key, String chain) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(key, chain).getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        PosingServer server = new PosingServer(socket);
        Thread answering = new Thread(server::answer, "posing-server");
        answering.setDaemon(true);
        answering.start();
        return server;
    }

    private static KeyManagerFactory keys(String key, String chain) throws GeneralSecurityException, IOException {
        byte[] der = Base64.getDecoder().decode(CertifiedDevice.base64(key));
        PrivateKey own = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        Certificate[] certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)))
                .toArray(Certificate[]::new);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", own, PASSWORD, certificates);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        return keys;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.setSoTimeout(10_000);
                client.getInputStream().read(new byte[8192]);
                OutputStream output = client.getOutputStream();
                output.write(ANSWER);
                output.flush();
            } catch (IOException refusedOrOver) {
                // a client that refuses the certificate goes away, and the next one comes
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
