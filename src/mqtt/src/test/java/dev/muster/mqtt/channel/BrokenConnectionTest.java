package dev.muster.mqtt.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** A line of the log never has what a client has sent. */
class BrokenConnectionTest {

    @Test
    void whatIsNotTlsIsNotQuoted() {
        Throwable netty = new DecoderException(new NotSslRecordException("not an SSL/TLS record: 70617373776f7264"));
        assertThat(BrokenConnection.reason(netty)).contains("not TLS");
        assertThat(BrokenConnection.reason(new DecoderException("70617373776f7264")))
                .contains("DecoderException");
    }

    @Test
    void tlsSaysWhyItRefused() {
        assertThat(BrokenConnection.reason(new DecoderException(new SSLHandshakeException("bad_certificate"))))
                .contains("bad_certificate");
    }

    @Test
    void anIdleConnectionIsNoFault() {
        assertThat(BrokenConnection.reason(ReadTimeoutException.INSTANCE)).isEmpty();
        assertThat(BrokenConnection.reason(new IOException("Connection reset by peer")))
                .contains("IOException");
    }
}
