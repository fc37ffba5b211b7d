package dev.muster.launcher.server;

import dev.muster.launcher.server.tls.Issuers;
import dev.muster.launcher.server.tls.TlsEngines;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.utils.DelayedExecutor;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;

/** A listener as the server makes it, with Muster's filters and without a container: it answers 200 to each request, at length if asked for {@value #LARGE}. */
final class TestListener implements AutoCloseable {

    static final String LARGE = "/large";

    private static final String ANY_TLS = "TLS";

    /** More than the buffers of both ends can hold. */
    private static final int LARGE_LENGTH = 32 << 20;

    private final TCPNIOTransport transport =
            TCPNIOTransportBuilder.newInstance().build();
    private final DelayedExecutor executor = IdleTimeoutFilter.createDefaultIdleDelayedExecutor();
    private final AtomicInteger closed = new AtomicInteger();
    private final int port;

    @SuppressWarnings("deprecation") // the server uses this constructor
    TestListener(Path stores, Issuers issuers, ConnectionLimits limits) throws Exception {
        SSLContext context = SSLContext.getInstance(ANY_TLS);
        context.init(null, null, null);
        SSLEngineConfigurator stock = new SSLEngineConfigurator(context, false, false, true);
        stock.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        KeepAlive keepAlive = new KeepAlive();
        keepAlive.setIdleTimeoutInSeconds(-1); // as in payara.asadmin
        FilterChain chain = FilterChainBuilder.stateless()
                .add(new TransportFilter())
                .add(new SSLBaseFilter(stock))
                .add(new HttpServerFilter(true, 8_192, null, keepAlive, executor, 100, 100))
                .add(new Ok())
                .build();
        ListenerSetup.install(
                chain, configured -> TlsEngines.of(stores, Certificates.PASSWORD, issuers, configured), limits);
        executor.start();
        transport.setProcessor(chain);
        TCPNIOServerConnection server = transport.bind("localhost", 0);
        transport.start();
        port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    int port() {
        return port;
    }

    /** How many connections have closed. */
    int closed() {
        return closed.get();
    }

    @Override
    public void close() throws IOException {
        transport.shutdownNow();
        executor.destroy();
    }

    private final class Ok extends BaseFilter {

        @Override
        public NextAction handleRead(FilterChainContext context) {
            HttpContent content = context.getMessage();
            if (content.isLast()) {
                HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
                HttpResponsePacket response = request.getResponse();
                String body = LARGE.equals(request.getRequestURI()) ? "x".repeat(LARGE_LENGTH) : "ok";
                response.setStatus(200);
                response.setContentLength(body.length());
                context.write(HttpContent.builder(response)
                        .content(Buffers.wrap(context.getMemoryManager(), body))
                        .last(true)
                        .build());
                context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
            }
            return context.getStopAction();
        }

        @Override
        public NextAction handleClose(FilterChainContext context) {
            closed.incrementAndGet();
            return context.getInvokeAction();
        }
    }
}
