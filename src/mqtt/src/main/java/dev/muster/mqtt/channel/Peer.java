package dev.muster.mqtt.channel;

import dev.muster.domain.device.session.SessionTransport;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The other end of a connection. */
final class Peer {

    private Peer() {}

    /** Its address, without the interface of an IPv6 address. */
    static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress().getHostAddress().replaceFirst("%.*", "")
                : "unknown";
    }

    static SessionTransport transport(Channel channel) {
        return SessionTransport.of(
                channel.pipeline().get(WebSocketFrameDecoder.class) != null,
                channel.pipeline().get(SslHandler.class) != null);
    }

    /**
     * The certificate that it has shown in TLS, DER.
     *
     * @return its own certificate only, because the handshake has completed the path; empty if it has shown none
     */
    static List<byte[]> certificate(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            return List.of();
        }
        try {
            Certificate[] shown = tls.engine().getSession().getPeerCertificates();
            return List.of(shown[0].getEncoded());
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that came in DER has a DER", e);
        }
    }
}
