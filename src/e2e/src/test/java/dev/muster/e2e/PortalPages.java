package dev.muster.e2e;

import dev.muster.testkit.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pages of the portal, with something to show on each. */
final class PortalPages {

    private static final String SERIES = "36707";

    static final String[] BEFORE_THE_LOGIN = {"/login", "/link", "/forgot", "/confirm", "/help"};

    static final String[] OF_EVERYBODY = {
        "/account/profile", "/account/password", "/account/factors", "/account/passkeys", "/account/tokens"
    };

    static final String[] OF_ORGANIZATIONS = {
        "/organization/overview",
        "/organization/devices",
        "/organization/device?id=%1$s",
        "/organization/applications",
        "/organization/application?id=%9$s",
        "/organization/application-form?id=%9$s",
        "/organization/expected",
        "/organization/imports",
        "/organization/import?id=%2$s",
        "/organization/import?id=%3$s",
        "/organization/import?id=%3$s&tab=rows",
        "/organization/import?id=%3$s&tab=settings",
        "/organization/import?id=%3$s&tab=credentials",
        "/organization/models",
        "/organization/model?id=%4$s",
        "/organization/attempts",
        "/organization/approvals",
        "/organization/notices",
        "/organization/log",
        "/organization/settings"
    };

    static final String[] OF_MANUFACTURERS = {
        "/manufacturer/overview",
        "/manufacturer/certificates",
        "/manufacturer/certificate?id=%5$s",
        "/manufacturer/identifiers",
        "/manufacturer/attempts",
        "/manufacturer/log",
        "/manufacturer/profile"
    };

    static final String[] OF_ADMINISTRATORS = {
        "/administration/overview",
        "/administration/organizations",
        "/administration/organization?id=%6$s",
        "/administration/manufacturers",
        "/administration/manufacturer?id=%7$s",
        "/administration/users",
        "/administration/user?id=%8$s",
        "/operation/log",
        "/operation/health"
    };

    /** They show nothing of their own: one sends the user on, and the other one needs a login that has begun. */
    private static final Set<String> PASSED_BY = Set.of("/index", "/login-code");

    private static String[] ids;

    private PortalPages() {}

    /** Makes what the pages show, once for all tests of a process. */
    static synchronized void fill() throws IOException {
        if (ids != null) {
            return;
        }
        ApiClient olivia = DemoApi.of("olivia");
        String organization = DemoApi.organization();
        String committed = DemoApi.enroll(Files.readString(ImportFile.sound("every-page.csv", SERIES + "1", 3)));
        String draft =
                DemoApi.upload(Files.readString(ImportFile.withFaults("every-page-draft.csv", SERIES + "2", 60)));
        DemoCertificate certificate = DemoCertificate.create("Every page of the portal, with a rather long name");
        certificate.device(ImportFile.imei(SERIES + "1", 1));
        String device = olivia.get("/organizations/" + organization + "/devices?import=" + committed)
                .expect(200)
                .first("id");
        String model = olivia.post(
                        "/organizations/" + organization + "/device-models",
                        "application/json",
                        "{\"name\":\"Every page\",\"unknownKeys\":\"KEEP\",\"keys\":[]}")
                .ok()
                .text("id");
        String user = DemoApi.of("admin").get("/users").expect(200).first("id");
        ids = new String[] {
            device,
            draft,
            committed,
            model,
            certificate.id(),
            organization,
            DemoApi.manufacturer(),
            user,
            DemoApplication.create("Every page").id()
        };
    }

    /** The paths of all pages, without their queries. */
    static Set<String> all() {
        Set<String> all = Stream.of(
                        BEFORE_THE_LOGIN, OF_EVERYBODY, OF_ORGANIZATIONS, OF_MANUFACTURERS, OF_ADMINISTRATORS)
                .flatMap(Stream::of)
                .map(page -> page.replaceFirst("\\?.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        all.addAll(PASSED_BY);
        return all;
    }

    /** Walks through some of these pages. */
    static void through(PageWalk walk, String... pages) {
        for (String page : pages) {
            String name = page.substring(1).replaceAll("\\?id=[^&]*", "").replaceAll("[^a-z-]+", "-");
            walk.to(page.contains("%2$s") ? name + "-draft" : name, address(page));
        }
    }

    private static String address(String page) {
        String[] parts = page.split("\\?", 2);
        return parts[0] + ".xhtml" + (parts.length > 1 ? "?" + parts[1].formatted((Object[]) ids) : "");
    }
}
