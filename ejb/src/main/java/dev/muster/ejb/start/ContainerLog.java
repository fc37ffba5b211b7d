package dev.muster.ejb.start;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * Installs {@link ContainerLogFilter} on the server's log before the ports open. The server's configuration has no
 * setting for a filter.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ContainerLog {

    @PostConstruct
    void limit() {
        ContainerLogFilter filter = new ContainerLogFilter(System::nanoTime);
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(filter);
        }
    }
}
