package dev.muster.launcher.server;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * The server's own strategy, unchanged. This is the place in the server's configuration (transport, io-strategy) that
 * learns of each listener before it starts, so it hands each listener to {@link ListenerSetup}.
 */
@SuppressWarnings("rawtypes") // as in the interface
public final class ListenerStrategy implements IOStrategy {

    private static final ListenerStrategy INSTANCE = new ListenerStrategy();

    private final IOStrategy servers = WorkerThreadIOStrategy.getInstance();

    private ListenerStrategy() {}

    /** The server asks for its strategy with this name. */
    public static ListenerStrategy getInstance() {
        return INSTANCE;
    }

    @Override
    public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
        transport.getMonitoringConfig().addProbes(new ListenerSetup());
        return servers.createDefaultWorkerPoolConfig(transport);
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
        return servers.executeIoEvent(connection, event);
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled) throws IOException {
        return servers.executeIoEvent(connection, event, enabled);
    }

    @Override
    public Executor getThreadPoolFor(Connection connection, IOEvent event) {
        return servers.getThreadPoolFor(connection, event);
    }
}
