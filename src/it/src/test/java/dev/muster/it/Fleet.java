package dev.muster.it;

import java.util.UUID;

/**
 * Two tenants that no other test knows, each with a manager who has an API token: an organization that imports, and a
 * manufacturer (scheme IMEI) that proves.
 */
record Fleet(
        MusterServer server,
        String organizationId,
        String manufacturerId,
        String organizationName,
        ApiClient organization,
        ApiClient manufacturer) {

    private static final String PASSWORD = "only-for-this-one-test";

    static Fleet create(MusterServer server) {
        ApiClient admin = server.administrator().withNewToken();
        return create(server, admin, manufacturer(admin, unique("Maker")));
    }

    /** Another organization that imports devices of the same manufacturer. */
    Fleet rival() {
        Fleet rival = create(server, server.administrator().withNewToken(), manufacturerId);
        return new Fleet(
                server, rival.organizationId, manufacturerId, rival.organizationName, rival.organization, manufacturer);
    }

    /** The text as a new draft. */
    Answer upload(String csv) {
        return organization.post(importsPath() + "?manufacturer=" + manufacturerId, "text/csv", csv);
    }

    /** Uploads and commits. */
    void enroll(String csv) {
        commit(upload(csv).expect(201).text("id")).expect(200);
    }

    Answer commit(String importId) {
        return organization.post(importsPath() + "/" + importId + "/commit", "{\"validRowsOnly\":false}");
    }

    Certificate newCertificate() {
        String wish = """
                {"name":"it","purpose":"PROOF","keyAlgorithm":"EC_P256","validityDays":30}""";
        return Certificate.of(
                manufacturer.post(certificatesPath(), wish).expect(201).json());
    }

    String importsPath() {
        return organizationPath() + "/imports";
    }

    String devicesPath() {
        return organizationPath() + "/devices";
    }

    String organizationPath() {
        return "/api/v1/organizations/" + organizationId;
    }

    String certificatesPath() {
        return "/api/v1/manufacturers/" + manufacturerId + "/certificates";
    }

    private static Fleet create(MusterServer server, ApiClient admin, String manufacturerId) {
        String name = unique("Fleet");
        String organizationId = admin.post("/api/v1/organizations", "{\"name\":\"%s\"}".formatted(name))
                .expect(201)
                .text("id");
        return new Fleet(
                server,
                organizationId,
                manufacturerId,
                name,
                user(server, admin, "ORGANIZATION_MANAGER", "organizationId", organizationId),
                user(server, admin, "MANUFACTURER_MANAGER", "manufacturerId", manufacturerId));
    }

    private static String manufacturer(ApiClient admin, String name) {
        String wish = "{\"name\":\"%s\",\"identifierScheme\":\"IMEI\",\"enrollment\":\"OPEN\"}".formatted(name);
        return admin.post("/api/v1/manufacturers", wish).expect(201).text("id");
    }

    private static ApiClient user(MusterServer server, ApiClient admin, String role, String tenant, String id) {
        String name = unique("user");
        String wish = """
                {"username":"%s","password":"%s","role":"%s","%s":"%s"}""".formatted(name, PASSWORD, role, tenant, id);
        admin.post("/api/v1/users", wish).expect(201);
        return server.nobody().basic(name, PASSWORD).withNewToken();
    }

    private static String unique(String what) {
        return what + " " + UUID.randomUUID();
    }
}
