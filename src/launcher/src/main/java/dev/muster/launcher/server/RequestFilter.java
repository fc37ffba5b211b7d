package dev.muster.launcher.server;

import dev.muster.launcher.server.tls.CloseNotify;
import java.util.Set;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;

/**
 * Sits above HTTP. It tells {@link OpenConnections} when a request begins and ends, and tells the client how long the
 * connection stays open without a request ({@code Keep-Alive}, RFC 2068 section 19.7.1.1).
 */
final class RequestFilter extends BaseFilter {

    /** After these statuses the server closes the connection (Grizzly, HttpCodecFilter.statusDropsConnection). */
    private static final Set<Integer> LAST = Set.of(400, 408, 411, 413, 414, 417, 500, 501, 503, 505);

    private final OpenConnections connections;
    private final String keepAlive;

    RequestFilter(OpenConnections connections, int idleSeconds) {
        this.connections = connections;
        this.keepAlive = "timeout=" + idleSeconds;
    }

    /** A piece of a body for which a thread waits belongs to the request that this thread handles. */
    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (!context.getTransportContext().isBlocking()) {
            connections.working(context.getConnection());
            context.addCompletionListener(done -> connections.done(done.getConnection()));
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && staysOpen(response)) {
            response.setHeader(Header.Connection, "keep-alive");
            response.setHeader("Keep-Alive", keepAlive);
        }
        return context.getInvokeAction();
    }

    /**
     * After the last answer the server closes the connection. The client must know that it has received everything (RFC
     * 8446 section 6.1).
     */
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event.type() == HttpEvents.ResponseCompleteEvent.TYPE) {
            HttpContext http = HttpContext.get(context);
            if (http != null && !http.getRequest().getProcessingState().isKeepAlive()) {
                CloseNotify.send(context.getConnection());
            }
        }
        return context.getInvokeAction();
    }

    private static boolean staysOpen(HttpResponsePacket response) {
        return !response.isCommitted()
                && response.getProcessingState().isKeepAlive()
                && !"close".equalsIgnoreCase(response.getHeader(Header.Connection))
                && !LAST.contains(response.getStatus());
    }
}
