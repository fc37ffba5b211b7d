package dev.muster.it;

import java.util.Map;

/**
 * What every scenario runs on. The server on H2 is the demonstration run, as the README starts it; the one on PostgreSQL
 * is a production start, with an administrator and a master key that the operator sets.
 */
enum Database {
    H2 {
        @Override
        Map<String, String> settings() {
            return Map.of("muster.demo", "true");
        }

        @Override
        ApiClient administrator(ApiClient nobody) {
            return nobody.basic("admin", "muster-demo-only");
        }
    },

    POSTGRESQL {
        @Override
        Map<String, String> settings() {
            return Map.of(
                    "muster.db.url",
                    Postgres.running().url(),
                    "muster.db.user",
                    "muster",
                    "muster.db.password",
                    "it",
                    "muster.master-key",
                    "aXQgaXMgb25seSBmb3IgaW50ZWdyYXRpb24gdGVzdHM=");
        }

        @Override
        ApiClient administrator(ApiClient nobody) {
            return nobody.basic(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"));
        }
    };

    private MusterServer server;
    private Fleet fleet;
    private RuntimeException failure;

    /** Beside ports and directories. */
    abstract Map<String, String> settings();

    /** The first administrator, by password. */
    abstract ApiClient administrator(ApiClient nobody);

    /** The server on this database: started by who asks first, ended with the run; one that cannot start is not tried again. */
    synchronized MusterServer server() {
        if (failure != null) {
            throw failure;
        }
        if (server == null) {
            try {
                server = MusterServer.start(this);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return server;
    }

    /** Tenants for scenarios that make drafts and enroll nothing: the same for all of them. */
    synchronized Fleet fleet() {
        if (fleet == null) {
            fleet = Fleet.create(server());
        }
        return fleet;
    }
}
