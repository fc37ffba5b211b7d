package dev.muster.launcher.server;

import dev.muster.launcher.server.http.AnswerFilter;
import dev.muster.launcher.server.http.AnswerHeaders;
import dev.muster.launcher.server.http.FramingFilter;
import dev.muster.launcher.server.http.PathFilter;
import dev.muster.launcher.server.http.RefusalFilter;
import dev.muster.launcher.server.http.RefusedRequests;
import dev.muster.launcher.server.tls.TlsEngines;
import java.util.function.UnaryOperator;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.TransportProbe;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/**
 * Puts Muster's filters into the chain of a listener before it starts: {@link FramingFilter}, {@link AnswerFilter},
 * {@link RefusalFilter}, {@link PathFilter}, {@link BodyFilter} and {@link LoginFilter} into each chain that has HTTP, the others into the
 * chains with TLS.
 */
final class ListenerSetup extends TransportProbe.Adapter {

    @Override
    public void onBeforeStartEvent(Transport transport) {
        if (transport.getProcessor() instanceof FilterChain chain) {
            install(chain, TlsEngines::like, ConnectionLimits.ofSystem());
        }
    }

    /** @param engines returns the engines to use instead of the server's */
    static void install(FilterChain chain, UnaryOperator<SSLEngineConfigurator> engines, ConnectionLimits limits) {
        int tls = chain.indexOfType(SSLBaseFilter.class);
        int http = chain.indexOfType(HttpServerFilter.class);
        if (http >= 0) {
            AnswerHeaders headers = AnswerHeaders.ofSystem(tls >= 0);
            AnswerFilter answers = new AnswerFilter(headers);
            ((HttpServerFilter) chain.get(http)).getMonitoringConfig().addProbes(answers.ofRefusals());
            chain.add(http + 1, answers);
            chain.add(http + 2, new RefusalFilter());
            chain.add(http + 3, new PathFilter());
            chain.add(http + 4, new BodyFilter(headers));
            chain.add(http + 5, new LoginFilter(headers));
        }
        if (tls >= 0 && http > tls) {
            OpenConnections connections = new OpenConnections(limits);
            SSLBaseFilter stock = (SSLBaseFilter) chain.get(tls);
            chain.add(http + 1, new RequestFilter(connections, limits.idleSeconds()));
            chain.set(tls, new TlsFilter(engines.apply(stock.getServerSSLEngineConfigurator()), connections));
            chain.add(tls + 1, new ConnectionFilter(connections));
        }
        if (http >= 0) {
            chain.add(chain.indexOfType(HttpServerFilter.class), new FramingFilter(RefusedRequests.OF_SERVER));
        }
    }
}
