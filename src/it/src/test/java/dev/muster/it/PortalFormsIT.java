package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every form of every page, with each of its fields left out, emptied or replaced by what no page sends: the answer is a
 * refusal or the page, never an error of the server, and the log has no stack trace of it. Requests of a page share fields:
 * a usual run changes such a field in the first of them, and the run under {@code -Pendurance} in each, with two values more.
 */
class PortalFormsIT {

    private static final List<String> VALUES = List.of("", "99999999999999999999", "😀".repeat(3_000), "x");

    /** In a usual run each field gets one of these, always the same one, and the empty text. */
    private static final List<String> STRANGE = VALUES.subList(1, 3);

    /** Of the parameters of Jakarta Faces itself, which each request has. */
    private static final List<String> FEW_VALUES = List.of("", "x");

    private static final List<String> VIEW_STATES =
            List.of("", "x", "stateless", "1", ":", "1:2", "a:b", "99999999999999999999:1", "1:2:3", "\0");

    /** They are judged before the server knows which component a request is about, so one request of a page is enough. */
    private static final Set<String> OF_THE_PAGE = Set.of("jakarta.faces.ViewState", "primefaces.nonce");

    /** It tells what else of a request counts, so it is changed in each. */
    private static final String SOURCE = "jakarta.faces.source";

    /** What would end the import or the device that the page is about. */
    private static final Set<String> ENDING =
            Set.of("discard-confirm", "valid-rows-confirm", "commit", "remove-confirm");

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);
    private final List<String> failures = new ArrayList<>();

    @Test
    void noFieldOfAnOrganizationsPagesBringsAnError() throws Exception {
        String draft = fleet.upload(Cells.csv(List.of(Cells.standalone(70_001), Cells.standalone("x", "y"))))
                .expect(201)
                .text("id");
        Draft committed = Draft.of(fleet, ImportFile.of(71, 71));
        committed.commit(false).expect(200);
        SimulatedDevice device = SimulatedDevice.provision(server, fleet.newCertificate(), ImportFile.imei(71));
        PortalClient portal = fleet.portal();
        String organization = "/organization/";

        assertNoError(
                portal,
                organization + "imports.xhtml",
                organization + "import.xhtml?id=" + draft,
                organization + "import.xhtml?id=" + committed.id(),
                organization + "import.xhtml?id=" + committed.id() + "&tab=rows",
                organization + "import.xhtml?id=" + committed.id() + "&tab=settings",
                organization + "devices.xhtml",
                organization + "device.xhtml?id=" + device.id(),
                organization + "attempts.xhtml",
                organization + "approvals.xhtml",
                organization + "models.xhtml",
                organization + "model.xhtml",
                organization + "settings.xhtml",
                organization + "notices.xhtml",
                "/account/tokens.xhtml",
                "/account/passkeys.xhtml",
                "/account/password.xhtml");
        assertThat(new Draft(fleet, draft).status()).isEqualTo("DRAFT");
    }

    @Test
    void noFieldOfAManufacturersPagesBringsAnError() throws Exception {
        fleet.newCertificate();
        PortalClient portal = portal("MANUFACTURER_MANAGER", "\"manufacturerId\":\"" + fleet.manufacturerId() + "\"");

        assertNoError(
                portal,
                "/manufacturer/certificates.xhtml",
                "/manufacturer/attempts.xhtml",
                "/manufacturer/identifiers.xhtml",
                "/manufacturer/profile.xhtml");
    }

    @Test
    void noFieldOfAnAdministratorsPagesBringsAnError() throws Exception {
        PortalClient portal = portal("ADMINISTRATOR", "\"organizationId\":null");

        assertNoError(
                portal,
                "/administration/organizations.xhtml",
                "/administration/manufacturers.xhtml",
                "/administration/manufacturer.xhtml?id=" + fleet.manufacturerId(),
                "/administration/users.xhtml");
    }

    @Test
    void aListsEmptyValueIsRefusedWithASentence() {
        PortalClient portal = fleet.portal();
        Answer answer = portal.ask("/organization/settings.xhtml", "save-policy", "policy-form refused", fields(""));

        assertThat(answer.expect(200).body()).contains("Choose one of the values in the list.");
        assertThat(portal.ask("/organization/settings.xhtml", "save-policy", "policy-form told", fields("NEVER"))
                        .body())
                .contains("Saved.");
    }

    private static Map<String, String> fields(String policy) {
        return Map.of("policy-form", "policy-form", "policy", policy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organization/import.xhtml?id=%00",
                "/organization/import.xhtml?id=x&as=%00",
                "/organization/import.xhtml?id=x&tab=%00&step=%00",
                "/organization/device.xhtml?id=",
                "/organization/attempts.xhtml?id=%F0%28%8C%28&identifier=%00",
                "/organization/devices.xhtml?import=x",
                "/organization/model.xhtml?id=1",
                "/organization/models.xhtml?jakarta.faces.ViewState=stateless",
                "/login.xhtml?next=%00",
                "/login.xhtml?next=//x",
            })
    void anAddressThatWasChangedIsNoError(String address) {
        assertThat(fleet.portal().get(address).status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=none",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/plain",
                "x"
            })
    void aBodyOfAnotherKindIsNoError(String type) {
        PortalClient portal = fleet.portal();
        for (String body :
                List.of("", "a", "%zz", "=&=", "\0=\0", "a".repeat(3_000_000), "jakarta.faces.ViewState=stateless")) {
            Answer answer = portal.send(portal.request("/organization/models.xhtml")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));

            assertThat(answer.status()).as(type + " of " + body.length()).isLessThan(500);
        }
    }

    /** Nor without the nonce, which the page's script adds. */
    @Test
    void noFieldOfTheLoginFormBringsAnError() {
        PortalClient stranger = PortalClient.at(server, "127.0.0.21");
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "login", "login", "username", "nobody", "password", "not the password", "log-in", "", "next", "/"));
        form.putAll(PortalClient.state(stranger.get("/login.xhtml").body()));
        for (String name : List.copyOf(form.keySet())) {
            Map<String, String> changed = new LinkedHashMap<>(form);
            changed.remove(name);
            assertThat(stranger.post("/login.xhtml", changed).status())
                    .as(name + " left out")
                    .isLessThan(500);
            for (String value : name.equals("jakarta.faces.ViewState") ? VIEW_STATES : List.of("", "x", "\0")) {
                changed.put(name, value);
                assertThat(stranger.post("/login.xhtml", changed).status())
                        .as(name + "=" + value)
                        .isLessThan(500);
            }
        }
    }

    private void assertNoError(PortalClient portal, String... paths) throws IOException {
        Path log = server.locations().work().resolve("logs/server.log");
        long begin = Files.size(log);
        for (String path : paths) {
            change(portal, path);
        }
        assertThat(failures).isEmpty();
        assertThat(Files.size(log) < begin ? Files.readString(log) : since(log, begin))
                .doesNotContain("A page failed")
                .doesNotContain("SEVERE");
    }

    private static String since(Path log, long begin) throws IOException {
        byte[] all = Files.readAllBytes(log);
        return new String(all, (int) begin, (int) (all.length - begin), StandardCharsets.UTF_8);
    }

    private void change(PortalClient portal, String path) {
        int requests = PortalPage.open(portal, path).requests().size();
        Set<String> done = new HashSet<>();
        for (int i = 0; i < requests; i++) {
            // opened again for each, because some of them leave the page changed
            List<Map<String, String>> now = PortalPage.open(portal, path).requests();
            if (i < now.size() && !ENDING.contains(now.get(i).get(SOURCE))) {
                changeEach(portal, path, now.get(i), done);
                done.addAll(Attack.isFull() ? OF_THE_PAGE : now.get(i).keySet());
                done.remove(SOURCE);
            }
        }
    }

    private void changeEach(PortalClient portal, String path, Map<String, String> request, Set<String> done) {
        List<String> names =
                request.keySet().stream().filter(name -> !done.contains(name)).toList();
        for (String name : names) {
            Map<String, String> changed = new LinkedHashMap<>(request);
            changed.remove(name);
            post(portal, path, changed, name + " left out");
            for (String value : values(name)) {
                changed.put(name, value);
                post(portal, path, changed, name + "=" + value.substring(0, Math.min(20, value.length())));
            }
        }
    }

    private static List<String> values(String name) {
        if (name.equals("jakarta.faces.ViewState")) {
            return VIEW_STATES;
        }
        if (name.startsWith("jakarta.faces.")) {
            return FEW_VALUES;
        }
        return Attack.isFull() ? VALUES : List.of("", STRANGE.get(Math.floorMod(name.hashCode(), STRANGE.size())));
    }

    private void post(PortalClient portal, String path, Map<String, String> form, String what) {
        Answer answer = portal.background(path, form);
        boolean failed = answer.status() >= 500 || answer.body().contains("<error>");
        if (failed) {
            failures.add(path + " " + form.get(SOURCE) + ": " + what + " -> " + answer.status());
        }
    }

    private PortalClient portal(String role, String tenant) {
        return PortalClient.at(server).logIn(fleet.portalUser(role, tenant), Fleet.CHOSEN);
    }
}
