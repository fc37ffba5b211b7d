package dev.muster.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client of {@link TestListener}: a socket with TLS on it. */
record TestClient(SSLSocket socket) implements AutoCloseable {

    static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int PATIENCE_MILLIS = 30_000;

    static TestClient connect(int port, X509Certificate root, String protocol) throws Exception {
        return connect(port, root, protocol, Map.of());
    }

    /** @param own the key of the client and its chain; empty if the client has no certificate */
    static TestClient connect(int port, X509Certificate root, String protocol, Map<PrivateKey, Certificate[]> own)
            throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyStore keys = KeyStore.getInstance("JKS"); // keeps chains as they are
        keys.load(null, null);
        for (Map.Entry<PrivateKey, Certificate[]> entry : own.entrySet()) {
            keys.setKeyEntry("own", entry.getKey(), Certificates.PASSWORD, entry.getValue());
        }
        KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        manager.init(keys, Certificates.PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(manager.getKeyManagers(), trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new TestClient(socket);
    }

    static Socket plain(int port) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    TestClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Up to the two octets that are the body. */
    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream input = socket.getInputStream();
        while (!answer.toString().endsWith("\r\n\r\nok")) {
            int octet = input.read();
            if (octet < 0) {
                break;
            }
            answer.append((char) octet);
        }
        return answer.toString();
    }

    /** -1 if the server has sent close_notify. Otherwise an exception is thrown. */
    int next() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
