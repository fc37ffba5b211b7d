package dev.muster.launcher.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
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
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.grizzly.utils.DelayedExecutor;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;

/** A listener without TLS as the server makes it, with Muster's filters, and a filter instead of the container. */
final class PlainListener implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    /** More threads than the largest crowd of a test. */
    private static final int THREADS = 100;

    private final TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance()
            .setWorkerThreadPoolConfig(
                    ThreadPoolConfig.defaultConfig().setCorePoolSize(THREADS).setMaxPoolSize(THREADS))
            .build();

    private final DelayedExecutor executor = IdleTimeoutFilter.createDefaultIdleDelayedExecutor();

    private final int port;

    @SuppressWarnings("deprecation") // the server uses this constructor
    PlainListener(BaseFilter container) throws IOException {
        FilterChain chain = FilterChainBuilder.stateless()
                .add(new TransportFilter())
                .add(new HttpServerFilter(true, 8_192, null, new KeepAlive(), executor, 100, 100))
                .add(container)
                .build();
        ListenerSetup.install(chain, stock -> stock, ConnectionLimits.ofSystem());
        executor.start();
        transport.setProcessor(chain);
        TCPNIOServerConnection server = transport.bind("localhost", 0);
        transport.start();
        port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    Socket connect() throws IOException {
        Socket client = new Socket("localhost", port);
        client.setTcpNoDelay(true);
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    /** Answers as a container does. */
    static void answer(FilterChainContext context, HttpContent content, String text) {
        HttpResponsePacket response = ((HttpRequestPacket) content.getHttpHeader()).getResponse();
        response.setStatus(200);
        response.setContentLength(text.length());
        context.write(HttpContent.builder(response)
                .content(Buffers.wrap(context.getMemoryManager(), text))
                .last(true)
                .build());
        context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
    }

    @Override
    public void close() throws IOException {
        transport.shutdownNow();
        executor.destroy();
    }
}
