package dev.muster.ejb.start;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a platform that nobody has used yet needs: its first administrator, and in the demonstration run the tenants to
 * try it with. Keeps no state; of servers that start at once, the database lets one make each thing.
 */
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
        if (demo) {
            demoTenants.ensure();
        } else {
            administrator.ensure();
        }
    }
}
