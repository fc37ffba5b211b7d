package dev.muster.launcher.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.TrustManagerFactory;

/** A client that sends its request and its close_notify in one segment, and goes on reading. */
final class HalfClosingClient implements AutoCloseable {

    private final Socket socket;
    private final SSLEngine engine;
    private final ByteBuffer input = ByteBuffer.allocate(100_000).flip();
    private final ByteBuffer plain = ByteBuffer.allocate(100_000);

    HalfClosingClient(int port, X509Certificate root, String protocol) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        engine = context.createSSLEngine("localhost", port);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {protocol});
        socket = TestClient.plain(port);
        handshake();
    }

    void sendAndClose(String text) throws IOException {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        if (!text.isEmpty()) {
            segment.write(wrap(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
        }
        engine.closeOutbound();
        segment.write(wrap(ByteBuffer.allocate(0)));
        socket.getOutputStream().write(segment.toByteArray());
    }

    /** Reads until the server sends close_notify, and fails if it does not. */
    String received() throws IOException {
        while (unwrap() != Status.CLOSED) {
            if (!input.hasRemaining()) {
                read();
            }
        }
        return new String(plain.array(), 0, plain.position(), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void handshake() throws IOException {
        engine.beginHandshake();
        while (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> socket.getOutputStream().write(wrap(ByteBuffer.allocate(0)));
                default -> {
                    if (unwrap() == Status.BUFFER_UNDERFLOW) {
                        read();
                    }
                }
            }
        }
    }

    private byte[] wrap(ByteBuffer text) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(text, record);
        byte[] octets = new byte[record.flip().remaining()];
        record.get(octets);
        return octets;
    }

    private Status unwrap() throws IOException {
        SSLEngineResult result = engine.unwrap(input, plain);
        if (result.getStatus() == Status.BUFFER_UNDERFLOW && input.hasRemaining()) {
            read();
        }
        return result.getStatus();
    }

    private void read() throws IOException {
        InputStream stream = socket.getInputStream();
        input.compact();
        int length = stream.read(input.array(), input.position(), input.remaining());
        if (length < 0) {
            throw new IOException("cut off");
        }
        input.position(input.position() + length).flip();
    }
}
