package dev.muster.it;

import dev.muster.domain.shared.Role;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An organization and a manufacturer with something of each kind, and what tells that an answer is about them.
 *
 * @param values what an operation or a page names them by
 * @param device one of the organization's devices, which has reported
 */
record CrawledTenant(Fleet fleet, Postgres postgres, Map<String, String> values, SimulatedDevice device) {

    /** @param serial of the first identifier; ten of them are used */
    static CrawledTenant create(MusterServer server, long serial) {
        return create(server, Database.postgres(), serial);
    }

    /** On a server with another database. */
    static CrawledTenant create(MusterServer server, Postgres postgres, long serial) {
        Fleet fleet = Fleet.create(server);
        Map<String, String> values = new HashMap<>();
        values.put("organizationId", fleet.organizationId());
        values.put("organizationName", fleet.organizationName());
        values.put("manufacturerId", fleet.manufacturerId());
        values.put("serial", Long.toString(serial));
        values.put("unique", UUID.randomUUID().toString());
        values.put("tile", "entries/000.p/1");
        values.put("csv", ImportFile.of(serial + 9, 1));
        SimulatedDevice device = certificateAndDevice(fleet, serial, values);
        draftAndModel(fleet, serial, values);
        application(fleet, serial, values);
        command(fleet, serial, values);
        approval(fleet, values);
        notice(fleet, serial, values);
        values.put("id", ownToken(fleet));
        values.put("userId", user(fleet));
        values.put("membershipId", UUID.randomUUID().toString());
        values.put("sessionId", UUID.randomUUID().toString());
        values.put("issuerId", postgres.value("select id from issuer where owner = 'root'"));
        return new CrawledTenant(fleet, postgres, values, device);
    }

    private static SimulatedDevice certificateAndDevice(Fleet fleet, long serial, Map<String, String> values) {
        fleet.enroll(ImportFile.of(serial, 4));
        Certificate certificate = fleet.newCertificate();
        values.put("certificateId", certificate.id());
        values.put("accessKey", certificate.accessKey());
        values.put("identifier", ImportFile.imei(serial + 1));
        SimulatedDevice device = SimulatedDevice.provision(fleet.server(), certificate, ImportFile.imei(serial));
        device.report(1, "{\"a\":1,\"secretOf%d\":2}".formatted(serial)).expect(202);
        values.put("deviceId", device.id());
        values.put("enrollmentId", enrollment(fleet, ImportFile.imei(serial + 3)));
        fleet.organization()
                .patch(fleet.organizationPath(), "{\"reprovisioningPolicy\":\"APPROVAL\"}", null)
                .expect(200);
        SimulatedDevice.request(fleet.server().nobody(), Proof.fresh(certificate, ImportFile.imei(serial)))
                .expect(202);
        return device;
    }

    private static String enrollment(Fleet fleet, String identifier) {
        return fleet.organization()
                .get(fleet.organizationPath() + "/enrollments?identifier=" + identifier)
                .expect(200)
                .items()
                .getJsonObject(0)
                .get("id")
                .toString()
                .replace("\"", "");
    }

    /** The draft has a valid row, an invalid one, and one that can be repaired. */
    private static void draftAndModel(Fleet fleet, long serial, Map<String, String> values) {
        String draft = fleet.upload(Cells.csv(List.of(
                        Cells.standalone(serial + 6),
                        Cells.standalone(serial + 7).with("deviceType", "standalon"),
                        Cells.standalone(serial + 8),
                        Cells.standalone("x", "crawled-" + serial))))
                .expect(201)
                .text("id");
        values.put("importId", draft);
        values.put("rowId", "1");
        values.put("column", "deviceType");
        values.put("fault", "unknown-type");
        values.put(
                "modelId",
                fleet.organization()
                        .post(
                                fleet.organizationPath() + "/device-models",
                                "{\"name\":\"model of %d\"}".formatted(serial))
                        .expect(201)
                        .text("id"));
    }

    private static void application(Fleet fleet, long serial, Map<String, String> values) {
        values.put(
                "applicationId",
                fleet.organization()
                        .post(
                                fleet.organizationPath() + "/applications",
                                "{\"name\":\"application of %d\"}".formatted(serial))
                        .expect(201)
                        .text("id"));
        fleet.organization()
                .post(
                        fleet.devicesPath() + "/acts",
                        "{\"act\":\"ADD_TO_APPLICATION\",\"deviceIds\":[\"%s\"],\"application\":\"%s\"}"
                                .formatted(values.get("deviceId"), values.get("applicationId")))
                .expect(200);
    }

    private static void command(Fleet fleet, long serial, Map<String, String> values) {
        values.put(
                "commandId",
                fleet.organization()
                        .post(
                                fleet.devicesPath() + "/" + values.get("deviceId") + "/commands",
                                "{\"data\":{\"command\":\"command of %d\"}}".formatted(serial))
                        .expect(201)
                        .text("id"));
    }

    private static void approval(Fleet fleet, Map<String, String> values) {
        values.put(
                "approvalId",
                fleet.organization()
                        .get(fleet.organizationPath() + "/approvals")
                        .expect(200)
                        .first("id"));
    }

    private static void notice(Fleet fleet, long serial, Map<String, String> values) {
        String identifier = fleet.manufacturerPath() + "/identifiers/" + ImportFile.imei(serial + 2);
        fleet.manufacturer().delete(identifier + "?reason=crawl").expect(204);
        values.put(
                "noticeId",
                fleet.organization()
                        .get(fleet.organizationPath() + "/notices")
                        .expect(200)
                        .first("id"));
    }

    /** A manager of the organization who makes none of the calls. */
    private static String user(Fleet fleet) {
        String name = fleet.manager();
        return fleet.server()
                .administratorByToken()
                .get("/api/v1/users?search=" + name.substring(name.indexOf(' ') + 1))
                .expect(200)
                .first("id");
    }

    private static String ownToken(Fleet fleet) {
        return fleet.organization().get("/api/v1/tokens").expect(200).first("id");
    }

    /** The name of a new user of that role, who has chosen {@link Fleet#CHOSEN} as the password. */
    String user(Role role) {
        return fleet.portalUser(
                role.name(),
                switch (role.scope()) {
                    case PLATFORM -> "\"organizationId\":null";
                    case ORGANIZATION -> "\"organizationId\":\"" + fleet.organizationId() + "\"";
                    case MANUFACTURER -> "\"manufacturerId\":\"" + fleet.manufacturerId() + "\"";
                });
    }

    /** Texts that only an answer about these tenants has. The names of manufacturers are known to every user. */
    List<String> marks() {
        return List.of(
                fleet.organizationName(),
                values.get("deviceId"),
                device.identifier(),
                values.get("identifier"),
                values.get("accessKey"),
                "\"" + values.get("importId") + "\"",
                "\"" + values.get("certificateId") + "\"",
                "\"" + values.get("organizationId") + "\"",
                "device-" + values.get("serial"),
                "secretOf" + values.get("serial"),
                "model of " + values.get("serial"),
                "application of " + values.get("serial"),
                "command of " + values.get("serial"));
    }

    /**
     * A number for each table, for all that it holds of them. Another number means that something has changed. The log of attempts
     * is left out: a stranger's attempt is written there. So are the uses of quotas, because each call of the tenant's own users
     * counts, the transparency log, which has what strangers did to themselves, and the numbers that a timer sums up. Another
     * timer marks each new notice once as told by mail, so that is waited for.
     */
    String fingerprint() {
        Await.until(
                Duration.ofMinutes(1), () -> postgres.value("select count(*) from notice where mail_due"), "0"::equals);
        return postgres.value("""
            select string_agg(part, E'\\n' order by part) from (
              select c.relname || ':' || md5(xpath('/row/h/text()', query_to_xml(format(
                'select coalesce(md5(string_agg(t::text, E''\\n'' order by t::text)), '''') as h from %%I t
                 where t::text ~ %%L', c.relname, '%s'), false, true, ''))::text) as part
              from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and not c.relispartition
                and c.relname not in ('flyway_schema_history', 'provisioning_attempt', 'quota_use', 'log_leaf', 'tally', 'tally_change')) parts\
            """.formatted(String.join(
                "|",
                values.get("organizationId"),
                values.get("manufacturerId"),
                values.get("deviceId"),
                values.get("importId"),
                values.get("certificateId"),
                values.get("modelId"),
                values.get("applicationId"))));
    }
}
