package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.Act;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each act becomes a leaf that its tenant sees. An act that is new has to be done here, or to be named with its test. */
class LoggedActsIT {

    /** {@link LogIT} does these. */
    private static final Set<Act> OF_USERS = EnumSet.of(
            Act.SESSION_ENDED,
            Act.PASSWORD_CHANGED,
            Act.USER_CHANGED,
            Act.USER_DISABLED,
            Act.USER_ENABLED,
            Act.USER_RESET,
            Act.USER_DELETED,
            Act.ROLE_CHANGED,
            Act.MEMBERSHIP_ADDED,
            Act.MEMBERSHIP_REMOVED);

    /** {@link PasskeyIT}. */
    private static final Set<Act> OF_PASSKEYS = EnumSet.of(Act.PASSKEY_ADDED, Act.PASSKEY_REMOVED);

    /** {@link LogKeyRotationIT}, and OperatorActsTest of the launcher. */
    private static final Set<Act> OF_THE_OPERATOR =
            EnumSet.of(Act.ROOT_REPLACED, Act.ROOT_RETIRED, Act.MASTER_KEY_ROTATED, Act.LOG_KEY_ROTATED);

    private static final String ADDRESS = "127.0.0.91";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final ApiClient administrator = server.administratorByToken();
    private final Fleet fleet = Fleet.create(server);

    @Test
    void eachActIsRecorded() {
        users();
        tenants();
        imports();
        devices();
        Set<String> seen = new TreeSet<>();
        seen.addAll(codes(fleet.organization().get(fleet.organizationPath() + "/log?size=500")));
        seen.addAll(codes(fleet.manufacturer().get(fleet.manufacturerPath() + "/log?size=500")));
        administrator
                .patch(fleet.organizationPath(), "{\"suspended\":true}", null)
                .expect(200);
        administrator.delete(fleet.organizationPath()).expect(204);
        seen.addAll(codes(administrator.get(
                PublicLog.PATH + "?act=organization-deleted&object=organization:" + fleet.organizationId())));

        Set<Act> elsewhere = EnumSet.copyOf(OF_USERS);
        elsewhere.addAll(OF_PASSKEYS);
        elsewhere.addAll(OF_THE_OPERATOR);
        Set<String> expected = Arrays.stream(Act.values())
                .filter(act -> !elsewhere.contains(act))
                .map(Act::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen).containsAll(expected);
    }

    private static Set<String> codes(Answer log) {
        return log.expect(200).items().stream()
                .map(leaf -> leaf.asJsonObject().getString("act"))
                .collect(Collectors.toSet());
    }

    private void users() {
        String tenant = "\"organizationId\":\"" + fleet.organizationId() + "\"";
        administrator
                .post(
                        "/api/v1/users",
                        "{\"username\":\"%s\",\"role\":\"ORGANIZATION_VIEWER\",%s}"
                                .formatted(Fleet.unique("invited"), tenant))
                .expect(201);
        String name = fleet.manager();
        ApiClient wrong = server.nobodyAt(ADDRESS).basic(name, "not the password");
        Stream.generate(() -> wrong.post("/api/v1/tokens", "{\"name\":\"x\"}"))
                .limit(20)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        PortalClient portal = PortalClient.at(server).logIn(name, Fleet.CHOSEN);
        SecondFactor factor = SecondFactor.setUp(portal, Fleet.CHOSEN);
        SecondFactor.send(portal, "renew", Fleet.CHOSEN, factor.recoveryCodes().getFirst());
        SecondFactor.send(portal, "remove", Fleet.CHOSEN, factor.app().next());
        ApiClient basic = server.nobody().basic(name, Fleet.CHOSEN);
        String token =
                basic.post("/api/v1/tokens", "{\"name\":\"x\"}").expect(201).text("id");
        basic.withNewToken().delete("/api/v1/tokens/" + token).expect(204);
        String page = "/organization/models.xhtml";
        Map<String, String> form = new LinkedHashMap<>(Map.of("leave", "leave", "log-out", "Log out"));
        form.putAll(PortalClient.state(portal.get(page).expect(200).body()));
        portal.post(page, form).expect(302);
    }

    private void tenants() {
        fleet.organization()
                .patch(fleet.organizationPath(), "{\"reprovisioningPolicy\":\"APPROVAL\"}", null)
                .expect(200);
        for (boolean suspended : new boolean[] {true, false}) {
            administrator
                    .patch(fleet.organizationPath(), "{\"suspended\":" + suspended + "}", null)
                    .expect(200);
        }
        fleet.manufacturer()
                .patch(fleet.manufacturerPath(), "{\"contact\":\"them\"}", null)
                .expect(200);
        administrator.post(fleet.manufacturerPath() + "/suspend", "").ok();
        administrator.post(fleet.manufacturerPath() + "/resume", "").ok();
        fleet.manufacturer()
                .put(fleet.manufacturerPath() + "/allowed-organizations/" + fleet.organizationId(), "")
                .expect(204);
    }

    private void imports() {
        String withdrawn = fleet.upload(ImportFile.of(100, 1)).expect(201).text("id");
        fleet.commit(withdrawn).expect(200);
        fleet.organization().delete(fleet.importsPath() + "/" + withdrawn).ok();
        fleet.enroll(ImportFile.of(1, 1));
        String enrollment = fleet.organization()
                .get(fleet.organizationPath() + "/enrollments")
                .expect(200)
                .items()
                .getJsonObject(0)
                .get("id")
                .toString();
        fleet.organization()
                .delete(fleet.organizationPath() + "/enrollments/" + enrollment)
                .expect(204);
    }

    private void devices() {
        fleet.enroll(ImportFile.of(11, 4));
        Certificate certificate = fleet.newCertificate();
        String device = fleet.devicesPath() + "/"
                + SimulatedDevice.provision(server, certificate, ImportFile.imei(11))
                        .id();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(12));
        ApiClient manager = fleet.organization();
        manager.post(device + "/suspend", "").ok();
        manager.post(device + "/resume", "").ok();
        manager.post(device + "/credentials", "").ok();
        String command = manager.post(device + "/commands", "{\"data\":{\"interval\":60}}")
                .expect(201)
                .text("id");
        manager.delete(device + "/commands/" + command).ok();
        manager.delete(device).ok();
        fleet.manufacturer()
                .delete(fleet.manufacturerPath() + "/identifiers/" + ImportFile.imei(13) + "?reason=sold")
                .ok();
        String path = fleet.certificatesPath() + "/" + certificate.id();
        fleet.manufacturer().patch(path, "{\"maxDevices\":7}", null).expect(200);
        fleet.manufacturer().delete(path).expect(204);
    }
}
