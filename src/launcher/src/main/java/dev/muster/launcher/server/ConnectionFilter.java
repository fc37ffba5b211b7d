package dev.muster.launcher.server;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Sits above TLS and tells {@link OpenConnections} when a connection is opened, receives something, and is closed. */
final class ConnectionFilter extends BaseFilter {

    private final OpenConnections connections;

    ConnectionFilter(OpenConnections connections) {
        this.connections = connections;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        connections.accepted(context.getConnection());
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        connections.received(context.getConnection());
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        connections.closed(context.getConnection());
        return context.getInvokeAction();
    }
}
