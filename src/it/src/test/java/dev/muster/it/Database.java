package dev.muster.it;

import dev.muster.testkit.FreePorts;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What every scenario runs on. The server on H2 is the demonstration run, as the README starts it; the one on PostgreSQL
 * is a production start, with an administrator and a master key that the operator sets.
 */
enum Database {
    H2(Login.demonstration("admin")) {
        @Override
        Map<String, String> settings() {
            return Map.of("muster.demo", "true");
        }
    },

    POSTGRESQL(new Login(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"))) {
        @Override
        Map<String, String> settings() {
            return postgres().settings();
        }
    };

    static final String MASTER_KEY = "aXQgaXMgb25seSBmb3IgaW50ZWdyYXRpb24gdGVzdHM=";

    private static Postgres postgres;
    private static MusterServer another;
    private static HostileProvider provider;

    private final Login administrator;
    private MusterServer server;
    private Fleet fleet;
    private RuntimeException failure;

    Database(Login administrator) {
        this.administrator = administrator;
    }

    /** What tells a server of this database. */
    abstract Map<String, String> settings();

    /** The server on this database. The first call starts it, the run's end ends it; a start that failed is not tried again. */
    synchronized MusterServer server() {
        if (failure != null) {
            throw failure;
        }
        if (server == null) {
            try {
                server = start(name(), Map.of("muster.jvm-options", System.getProperty("muster.it.long-life")));
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return server;
    }

    /**
     * Another server on this database, for a test that ends it itself.
     *
     * @param name of its directory
     * @param own settings that replace those of the usual servers
     */
    MusterServer start(String name, Map<String, String> own) {
        Map<String, String> properties = new HashMap<>(FreePorts.settings());
        properties.put("muster.device-url", "https://localhost:" + properties.get("muster.device-port"));
        properties.put("muster.jvm-options", System.getProperty("muster.it.quick-start"));
        properties.put("muster.trusted-proxies", TlsProxy.TRUSTED);
        properties.put("muster.metrics-networks", MetricsIT.NEAR);
        if (this == POSTGRESQL) {
            properties.put("muster.master-key", MASTER_KEY);
        }
        properties.putAll(settings());
        properties.putAll(own);
        return MusterServer.start(administrator, directory().resolve(name), properties);
    }

    /**
     * Another server on the PostgreSQL of {@link #server()}, whose operator has set more: longer RSA keys, two sessions for each
     * user, a second factor for some roles, and single sign-on by {@link #provider()}. The first call starts it, the run's end
     * ends it.
     */
    static synchronized MusterServer another() {
        if (another == null) {
            another = POSTGRESQL.start("postgresql-another", settingsOfAnother(provider()));
        }
        return another;
    }

    /** The provider of single sign-on at {@link #another()}, which a test can make behave badly. */
    static synchronized HostileProvider provider() {
        if (provider == null) {
            provider = HostileProvider.start();
        }
        return provider;
    }

    private static Map<String, String> settingsOfAnother(HostileProvider provider) {
        Map<String, String> settings = new HashMap<>();
        settings.put("muster.rsa-min-bits", "3072");
        settings.put("muster.sessions-per-user", "2");
        settings.put("muster.session-hours", "1");
        settings.put("muster.second-factor-roles", "MANUFACTURER_VIEWER, OPERATOR");
        settings.put("muster.oidc.issuer", provider.issuer());
        settings.put("muster.oidc.client-id", "muster");
        settings.put("muster.oidc.client-secret", "only for this test");
        settings.put(
                "muster.oidc.groups",
                "managers=ORGANIZATION_MANAGER:" + POSTGRESQL.fleet().organizationId());
        return settings;
    }

    /** Tenants for scenarios that make drafts and enroll nothing: the same for all of them. */
    synchronized Fleet fleet() {
        if (fleet == null) {
            fleet = Fleet.create(server());
        }
        return fleet;
    }

    /** The PostgreSQL of this process. The first call starts it. */
    static synchronized Postgres postgres() {
        if (postgres == null) {
            postgres = Postgres.start(directory().resolve("postgres-" + UUID.randomUUID()), Map.of());
        }
        return postgres;
    }

    private static Path directory() {
        return Path.of(System.getProperty("muster.it.directory"));
    }
}
