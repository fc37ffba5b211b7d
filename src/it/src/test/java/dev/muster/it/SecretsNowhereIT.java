package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * After a certificate is made its private key and its access token are nowhere: not in the database nor in its files, not
 * in the server's logs nor in what else it wrote, and in no second answer. That the search would find them is shown by what
 * is public and is found.
 */
@OnBothDatabases
class SecretsNowhereIT {

    private static final String PAGE = "/manufacturer/certificates.xhtml";
    private static final String PACKING = "/manufacturer/pkcs12";

    @Parameter
    Database database;

    @TempDir
    Path scratch;

    @Test
    void whatWasShownOnceIsNowhere() throws Exception {
        Instant begin = Instant.now().minusSeconds(2);
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        PortalClient portal = portal(server, fleet);
        List<Secret> secrets = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (String algorithm : List.of("EC_P256", "RSA_3072", "ED25519")) {
            shown.add(byApi(fleet, algorithm));
        }
        shown.add(byPortal(portal, secrets));
        shown.forEach(one -> secrets.addAll(one.secrets()));

        assertPublicIsFound(shown, DatabaseDump.of(server, database, scratch), secrets);
        assertNowhere(secrets, answers(fleet, portal, shown));
        assertNowhere(secrets, files(server, begin));
    }

    @Test
    void onlyTheManagersOwnPageHasAKeyPacked() {
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        PortalClient portal = portal(server, fleet);
        Shown one = byApi(fleet, "EC_P256");
        String order = order(one, "a fine passphrase");

        assertThat(PortalClient.at(server).send(packing(portal, order)).status())
                .isEqualTo(302);
        assertThat(portal.send(packing(portal, order)).status()).isEqualTo(403);
        assertThat(portal.send(packing(portal, order)
                                .header("X-CSRF-Token", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(403);
        assertThat(portal.get(PACKING).status()).isEqualTo(405);
    }

    /** What was made, as the API or the page showed it. */
    private record Shown(
            String privateKey, String accessToken, String accessKey, String certificate, String chain, String id) {

        List<Secret> secrets() {
            return Stream.concat(Secret.ofKey(privateKey).stream(), Secret.ofToken(accessToken).stream())
                    .toList();
        }

        byte[] certificateDer() {
            return Base64.getMimeDecoder().decode(certificate.replaceAll("-----[A-Z ]+-----", ""));
        }
    }

    private static Shown byApi(Fleet fleet, String algorithm) {
        String wish = """
                {"name":"nowhere","purpose":"PROOF","keyAlgorithm":"%s","validityDays":30}""".formatted(algorithm);
        Answer made = fleet.manufacturer().post(fleet.certificatesPath(), wish).expect(201);
        assertThat(made.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        JsonObject json = made.json();
        return new Shown(
                json.getString("privateKey"),
                json.getString("accessToken"),
                json.getString("accessKey"),
                json.getString("certificate"),
                json.getString("chain"),
                json.getString("id"));
    }

    /** Also has the key packed as PKCS#12; the passphrase is one more secret. */
    private static Shown byPortal(PortalClient portal, List<Secret> secrets) {
        Answer answer = portal.ask(PAGE, "create-confirm", "issued-body", form());
        assertThat(answer.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        String page = answer.expect(200).body();
        Shown shown = new Shown(
                shown("private-key", page),
                shown("access-token", page),
                shown("access-key", page),
                shown("certificate", page),
                shown("chain", page),
                null);
        String passphrase = "passphrase " + UUID.randomUUID();
        Answer packed = portal.send(packing(portal, order(shown, passphrase))
                .header("X-CSRF-Token", PortalClient.find("data-token=\"([^\"]+)\"", page)));
        assertThat(packed.expect(200).header("Cache-Control")).hasValue("no-store");
        secrets.add(Secret.text("passphrase", passphrase));
        return shown;
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("create-form", "create-form");
        form.put("name", "nowhere by the portal");
        form.put("create-form:purpose", "purpose-proof:PROOF");
        form.put("create-form:key-source", "key-here:HERE");
        form.put("key-algorithm", "EC_P256");
        form.put("validity", "30");
        form.put("max-devices", "");
        form.put("csr", "");
        return form;
    }

    private static String shown(String id, String page) {
        return PortalClient.find("<textarea id=\"issued-" + id + "\"[^>]*>(.*?)</textarea>", page);
    }

    private static String order(Shown shown, String passphrase) {
        return Json.createObjectBuilder()
                .add("privateKey", shown.privateKey())
                .add("certificate", shown.certificate())
                .add("chain", shown.chain())
                .add("passphrase", passphrase)
                .build()
                .toString();
    }

    private static java.net.http.HttpRequest.Builder packing(PortalClient portal, String order) {
        return portal.request(PACKING).header("Content-Type", ApiClient.JSON).POST(BodyPublishers.ofString(order));
    }

    /** A user whom the administrator made chooses a password of its own first. */
    private static PortalClient portal(MusterServer server, Fleet fleet) {
        String name = "maker " + UUID.randomUUID();
        String wish = """
                {"username":"%s","password":"the first password","role":"MANUFACTURER_MANAGER","manufacturerId":"%s"}""".formatted(name, fleet.manufacturerId());
        server.administratorByToken().post("/api/v1/users", wish).expect(201);
        server.nobody()
                .basic(name, "the first password")
                .post("/api/v1/account/password", "{\"password\":\"the second password\"}")
                .expect(204);
        return PortalClient.at(server).logIn(name, "the second password");
    }

    /** The certificate and the access key are in the database, and so the search can find what is there. */
    private static void assertPublicIsFound(List<Shown> shown, List<Place> dump, List<Secret> secrets) {
        for (Shown one : shown) {
            Secret key = Secret.text("access key", one.accessKey());
            Secret der = new Secret("certificate", one.certificateDer());
            assertThat(dump)
                    .filteredOn(place -> place.name().equals("all tables"))
                    .allMatch(place -> place.has(key));
            assertThat(dump).anyMatch(place -> place.has(der));
            assertThat(dump)
                    .filteredOn(place -> !place.name().equals("all tables"))
                    .anyMatch(place -> place.has(key));
        }
        assertNowhere(secrets, dump);
    }

    private static void assertNowhere(List<Secret> secrets, List<Place> places) {
        assertThat(places).isNotEmpty();
        for (Place place : places) {
            assertThat(place.found(secrets)).as(place.name()).isEmpty();
        }
    }

    /** Whatever can be asked about the certificates afterwards, by the API and by the portal. */
    private static List<Place> answers(Fleet fleet, PortalClient portal, List<Shown> shown) {
        List<Place> answers = new ArrayList<>();
        List<String> paths = new ArrayList<>(List.of(
                fleet.certificatesPath() + "?size=500",
                "/api/v1/manufacturers/" + fleet.manufacturerId() + "/attempts",
                "/api/v1/pki/server.pem",
                "/api/v1/pki/root.pem"));
        shown.stream().filter(one -> one.id() != null).forEach(one -> {
            String path = fleet.certificatesPath() + "/" + one.id();
            paths.add(path);
            paths.add(path + "/impact");
        });
        for (String path : paths) {
            Answer answer = fleet.manufacturer().get(path).expect(200);
            answers.add(new Place.Text(path, answer.body()));
        }
        String page = portal.get(PAGE).expect(200).body();
        assertThat(page).contains("nowhere by the portal");
        answers.add(new Place.Text(PAGE, page));
        answers.add(new Place.Text("the form again", again(portal)));
        return answers;
    }

    /** The same form, sent once more and refused: it has nothing left of what it made. */
    private static String again(PortalClient portal) {
        Map<String, String> form = form();
        form.put("name", "");
        return portal.ask(PAGE, "create-confirm", "create-form issued-body", form)
                .expect(200)
                .body();
    }

    /** What the server wrote: its log, its domain with sessions and work files, its data, and the machine's temporary files. */
    private List<Place> files(MusterServer server, Instant begin) throws Exception {
        List<Place> files = new ArrayList<>();
        files.addAll(Place.filesSince(server.locations().work(), Instant.EPOCH));
        assertThat(files)
                .filteredOn(file -> file.name().endsWith("server.log"))
                .anyMatch(file -> file.bytes().contains("muster"));
        files.addAll(Place.filesSince(server.locations().data(), Instant.EPOCH));
        files.addAll(Place.filesSince(Path.of(System.getProperty("java.io.tmpdir")), begin));
        return files;
    }
}
