package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Role;
import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page and every servlet of the portal with the ids of one tenant, opened by everybody else, and every form of those pages,
 * sent by everybody else. No answer says anything of that tenant, and nothing of it changes.
 */
class PortalCrawlIT {

    private static final Path WEB = Path.of(System.getProperty("muster.home"), "web/src/main");

    /** A servlet has one address or several. */
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(([^)]*)\\)");

    private static final Pattern ADDRESS = Pattern.compile("\"(/[^\"]+)\"");

    /** What a page or a servlet calls an id. */
    private static final String PARAMETERS = "?id=%1$s&import=%1$s&certificate=%1$s&manufacturer=%1$s&device=%1$s";

    private static final List<String> IDS = List.of(
            "importId",
            "deviceId",
            "certificateId",
            "modelId",
            "manufacturerId",
            "organizationId",
            "applicationId",
            "userId",
            "approvalId",
            "noticeId");

    private final MusterServer server = Database.POSTGRESQL.server();
    private final CrawledTenant owner = CrawledTenant.create(server, 730_000);
    private final CrawledTenant stranger = CrawledTenant.create(server, 740_000);
    private final List<String> leaks = new ArrayList<>();

    @Test
    void nobodyElseSeesOrChangesAnything() throws IOException {
        List<String> pages = pages();
        assertThat(pages)
                .hasSizeGreaterThan(20)
                .contains("/organization/import.xhtml", "/imports/report", "/organization/log.jsonl");
        Map<String, PortalClient> others = others();
        List<PortalClient> keepers = List.of(
                portal(owner, Role.ORGANIZATION_MANAGER), portal(owner, Role.MANUFACTURER_MANAGER), administrator());
        String before = owner.fingerprint();
        for (String page : pages) {
            others.forEach((who, portal) -> open(page, who, portal));
        }
        for (String page : pages) {
            replayForms(page, keepers, others);
        }
        assertThat(leaks).isEmpty();
        assertThat(owner.fingerprint()).isEqualTo(before);
    }

    /** Otherwise the marks could be wrong. */
    @Test
    void theOwnersSeeWhatIsTheirs() throws IOException {
        String seen = "";
        for (PortalClient portal :
                List.of(portal(owner, Role.ORGANIZATION_MANAGER), portal(owner, Role.MANUFACTURER_MANAGER))) {
            for (String page : pages()) {
                for (String id : IDS) {
                    seen += portal.get(address(page, owner.values().get(id))).body();
                }
            }
        }
        assertThat(seen).contains(marks(owner));
        assertThat(seen).doesNotContain(marks(stranger));
    }

    /** Opens every page with every id, whatever it answers. */
    static void open(PortalClient portal, Map<String, String> values) throws IOException {
        for (String page : pages()) {
            IDS.forEach(id -> portal.get(address(page, values.get(id))));
        }
    }

    private void open(String page, String who, PortalClient portal) {
        for (String id : IDS) {
            note(page, who, portal.get(address(page, owner.values().get(id))));
        }
    }

    /**
     * What the scripts of the owner's and of an administrator's pages send, with the owner's ids, by the others: with the state of
     * a page of their own if they may open it.
     */
    private void replayForms(String page, List<PortalClient> keepers, Map<String, PortalClient> others) {
        String address = address(page, owner.values().get(idOf(page)));
        for (PortalClient keeper : keepers) {
            Answer shown = keeper.get(address);
            if (hasForms(shown)) {
                List<Map<String, String>> requests = new PortalPage(address, shown.body()).requests();
                others.forEach((who, portal) -> replay(page, who, portal, requests));
            }
        }
    }

    private void replay(String page, String who, PortalClient portal, List<Map<String, String>> recorded) {
        String id = owner.values().get(idOf(page));
        Answer own = portal.get(page);
        for (Map<String, String> request : recorded) {
            Map<String, String> changed = new LinkedHashMap<>(request);
            changed.replaceAll((name, value) -> name.matches("ids?") ? id : value);
            note(page + " " + request.get("jakarta.faces.source"), who, portal.background(address(page, id), changed));
            if (hasForms(own)) {
                changed.putAll(PortalClient.state(own.body()));
                note(
                        page + " " + request.get("jakarta.faces.source"),
                        who,
                        portal.background(address(page, id), changed));
            }
        }
    }

    private static boolean hasForms(Answer page) {
        return page.status() == 200
                && page.body().contains("jakarta.faces.ViewState")
                && page.body().contains("csp.init(");
    }

    private static String idOf(String page) {
        return Stream.of(
                        "administration/organization",
                        "administration/user",
                        "import",
                        "device",
                        "certificate",
                        "model",
                        "manufacturer",
                        "application",
                        "approval",
                        "notice")
                .filter(kind -> page.contains("/" + kind))
                .findFirst()
                .map(kind -> kind.substring(kind.lastIndexOf('/') + 1) + "Id")
                .orElse("importId");
    }

    private void note(String what, String who, Answer answer) {
        List<String> told = Stream.of(marks(owner))
                .filter(mark -> answer.body().contains(mark))
                .toList();
        if (answer.status() >= 500 || !told.isEmpty()) {
            leaks.add(what + " by " + who + ": " + answer.status() + " tells " + told);
        }
    }

    /** Without ids: a page shows the id that it was asked for. */
    private static String[] marks(CrawledTenant tenant) {
        String serial = tenant.values().get("serial");
        return new String[] {
            tenant.fleet().organizationName(),
            tenant.device().identifier(),
            "device-" + serial,
            "model of " + serial,
            "application of " + serial,
            tenant.values().get("accessKey")
        };
    }

    private static String address(String page, String id) {
        return page + PARAMETERS.formatted(id);
    }

    /** As the sources have them, so that a new page is crawled, too. */
    private static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        Path webapp = WEB.resolve("webapp");
        try (Stream<Path> files = Files.walk(webapp)) {
            files.map(file -> "/" + webapp.relativize(file).toString().replace('\\', '/'))
                    .filter(path ->
                            path.endsWith(".xhtml") && !path.startsWith("/WEB-INF") && !path.startsWith("/resources"))
                    .forEach(pages::add);
        }
        try (Stream<Path> files = Files.walk(WEB.resolve("java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                SERVLET.matcher(Files.readString(file))
                        .results()
                        .flatMap(servlet -> ADDRESS.matcher(servlet.group(1)).results())
                        .forEach(address -> pages.add(address.group(1)));
            }
        }
        return pages.stream().sorted().toList();
    }

    /** Who only reads may do less than a manager, so a usual run leaves these out. */
    private Map<String, PortalClient> others() {
        Map<String, PortalClient> others = new LinkedHashMap<>();
        Stream.of(Role.values())
                .filter(role ->
                        role != Role.ADMINISTRATOR && (Attack.isFull() || role.isChanging() || role == Role.OPERATOR))
                .forEach(role -> others.put("another's " + role, portal(stranger, role)));
        others.put("nobody", PortalClient.at(server));
        return others;
    }

    private PortalClient administrator() {
        return PortalClient.at(server)
                .logIn(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"));
    }

    private PortalClient portal(CrawledTenant tenant, Role role) {
        return PortalClient.at(server).logIn(tenant.user(role), Fleet.CHOSEN);
    }
}
