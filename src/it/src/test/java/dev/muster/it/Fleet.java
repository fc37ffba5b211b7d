package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
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

    static final String CHOSEN = "only-for-this-one-test-chosen";

    private static final String PASSWORD = "only-for-this-one-test";

    private static final Duration LONG = Duration.ofMinutes(5);

    static Fleet create(MusterServer server) {
        return create(server, "IMEI");
    }

    /** With a manufacturer of another scheme. */
    static Fleet create(MusterServer server, String scheme) {
        return create(server, scheme, "");
    }

    /** @param pattern of SERIAL, to which it has nothing to escape; empty for another scheme */
    static Fleet create(MusterServer server, String scheme, String pattern) {
        ApiClient admin = server.administratorByToken();
        return create(server, admin, manufacturer(admin, unique("Maker"), scheme, pattern));
    }

    /** Another organization that imports devices of the same manufacturer. */
    Fleet rival() {
        Fleet rival = create(server, server.administratorByToken(), manufacturerId);
        return new Fleet(
                server, rival.organizationId, manufacturerId, rival.organizationName, rival.organization, manufacturer);
    }

    /** The text as a new draft. */
    Answer upload(String csv) {
        return organization.post(importsPath() + "?manufacturer=" + manufacturerId, "text/csv", csv);
    }

    /** A file that may be large, as a new import. */
    Answer upload(BodyPublisher file) {
        return organization.send(uploadRequest(file));
    }

    HttpRequest.Builder uploadRequest(BodyPublisher file) {
        return organization
                .request(importsPath() + "?manufacturer=" + manufacturerId)
                .timeout(LONG)
                .header("Content-Type", "text/csv")
                .POST(file);
    }

    /** Uploads and commits. */
    void enroll(String csv) {
        commit(upload(csv).expect(201).text("id")).expect(200);
    }

    Answer commit(String importId) {
        return organization.post(importsPath() + "/" + importId + "/commit", "{\"validRowsOnly\":false}");
    }

    /** How many enrollments there are. */
    int enrollments() {
        return organization
                .get(organizationPath() + "/enrollments?size=1")
                .expect(200)
                .json()
                .getInt("total");
    }

    Certificate newCertificate() {
        return newCertificate("\"keyAlgorithm\":\"EC_P256\"");
    }

    /** @param members of the wish beside name, purpose and validity, as JSON */
    Certificate newCertificate(String members) {
        String wish = "{\"name\":\"it\",\"purpose\":\"PROOF\",\"validityDays\":30," + members + "}";
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

    /** Attempts as the manufacturer sees them, for a query such as {@code outcome=rotated}. */
    Answer attempts(String query) {
        return manufacturer.get("/api/v1/manufacturers/" + manufacturerId + "/attempts?" + query);
    }

    /** Attempts as the organization sees them. */
    Answer ownAttempts(String query) {
        return organization.get(organizationPath() + "/attempts?" + query);
    }

    String certificatesPath() {
        return manufacturerPath() + "/certificates";
    }

    String manufacturerPath() {
        return "/api/v1/manufacturers/" + manufacturerId;
    }

    /** The portal, where another manager of the organization has logged in. */
    PortalClient portal() {
        return PortalClient.at(server).logIn(manager(), CHOSEN);
    }

    /** Another manager of the organization, who has chosen {@link #CHOSEN} as the password. */
    String manager() {
        return portalUser("ORGANIZATION_MANAGER", "\"organizationId\":\"" + organizationId + "\"");
    }

    /** @param tenant of the user, as a member of the wish */
    String portalUser(String role, String tenant) {
        String name = unique("manager");
        String wish = """
                {"username":"%s","password":"%s","role":"%s",%s}""".formatted(name, PASSWORD, role, tenant);
        server.administratorByToken().post("/api/v1/users", wish).expect(201);
        server.nobody()
                .basic(name, PASSWORD)
                .post("/api/v1/account/password", "{\"password\":\"%s\"}".formatted(CHOSEN))
                .expect(204);
        return name;
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

    private static String manufacturer(ApiClient admin, String name, String scheme, String pattern) {
        String further = pattern.isEmpty() ? "" : ",\"identifierPattern\":\"" + pattern + "\"";
        String wish = "{\"name\":\"%s\",\"identifierScheme\":\"%s\",\"enrollment\":\"OPEN\"%s}"
                .formatted(name, scheme, further);
        return admin.post("/api/v1/manufacturers", wish).expect(201).text("id");
    }

    private static ApiClient user(MusterServer server, ApiClient admin, String role, String tenant, String id) {
        String name = unique("user");
        String wish = """
                {"username":"%s","password":"%s","role":"%s","%s":"%s"}""".formatted(name, PASSWORD, role, tenant, id);
        admin.post("/api/v1/users", wish).expect(201);
        return server.nobody().basic(name, PASSWORD).withNewToken();
    }

    static String unique(String what) {
        return what + " " + UUID.randomUUID();
    }
}
