package dev.muster.ejb.start;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Scope;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prepares a platform that nobody has used yet: makes the first administrator, and in the demonstration run the tenants
 * to try it with. It has no state. If several servers start at once, the database's constraints let one of them
 * succeed.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private DemoTenants demoTenants;

    @Inject
    @ConfigProperty(name = "muster.demo", defaultValue = "false")
    private boolean demo;

    @PostConstruct
    void prepare() {
        CurrentScope.run(Scope.PLATFORM, demo ? demoTenants::ensure : administrator::ensure);
    }
}
