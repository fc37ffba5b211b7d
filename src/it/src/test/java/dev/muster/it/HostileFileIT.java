package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files made to harm are refused with a reason, or are rows like others; nobody else notices. */
class HostileFileIT {

    private static final long MOST_RESIDENT_KIB = 1_536L << 10;

    private final Database database = Database.POSTGRESQL;

    private Fleet fleet;
    private Onlooker onlooker;

    @BeforeEach
    void lookOn() {
        fleet = database.fleet();
        onlooker = Onlooker.of(fleet);
    }

    @AfterEach
    void nobodyElseNoticed() {
        onlooker.assertServed();
        long peak = database.server().memory().peakKib();
        System.out.printf("%s: at most %d MiB were resident%n", database, peak >> 10);
        assertThat(peak).isLessThan(MOST_RESIDENT_KIB);
    }

    @Test
    void whatIsTooLongOrTooWideIsCountedAndRefused() {
        assertRefused(HostileFile.cellOf64Mebibytes(), "cell-too-long", 2, "67,108,864", "1,024");
        assertRefused(HostileFile.rowOf100_000Cells(), "too-many-columns", 2, "100,000", "100");
        assertRefused(HostileFile.headerOf100_000Columns(), "too-many-columns", 1, "100,000", "100");
        assertRefused(HostileFile.quoteOpenOver16Mebibytes(), "unclosed-quote", 3);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        String text = HostileFile.HEADER + ImportFile.imei(1) + ",one,STANDALONE\n";
        assertRefused(HostileFile.of("\uFEFF" + text, StandardCharsets.UTF_16LE), "encoding", 1);
        assertRefused(HostileFile.of("\uFEFF" + text, StandardCharsets.UTF_16BE), "encoding", 1);
        assertRefused(HostileFile.of(text, StandardCharsets.UTF_16LE), "nul", 1);
        assertRefused(HostileFile.of(text, StandardCharsets.UTF_16BE), "nul", 1);
        assertRefused(HostileFile.withByte(0xFC), "encoding", 3);
        assertRefused(HostileFile.withByte(0), "nul", 3);
    }

    @Test
    void archivesAreRefusedAndNotUnpacked() {
        for (byte[] bomb : List.of(HostileFile.gzipBomb(), HostileFile.zipBomb())) {
            assertRefused(BodyPublishers.ofByteArray(bomb), "not-text", 1);
        }
        Answer encoded = fleet.organization()
                .send(fleet.uploadRequest(BodyPublishers.ofByteArray(HostileFile.gzipBomb()))
                        .header("Content-Encoding", "gzip"));
        assertThat(encoded.status()).as(encoded.toString()).isIn(415, 422);
    }

    @Test
    void aNameOfAnotherKindOfFileIsRefused() {
        String imports = fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId() + "&name=";
        int before = imports();
        for (String name : List.of("devices.xlsx", "devices.csv.zip")) {
            Answer refused = fleet.organization().post(imports + name, "text/csv", ImportFile.of(1, 1));
            assertRefused(
                    refused, 422, ProblemCode.INVALID_FILE, "wrong-extension", 1, "give it a name that ends in .csv");
        }
        PortalClient portal = fleet.portal();
        String token = PortalClient.find(
                "data-token=\"([^\"]+)\"",
                portal.get("/organization/imports.xhtml").body());
        Answer page = portal.send(portal.request("/imports/upload?manufacturer=" + fleet.manufacturerId())
                .header("Content-Type", "text/csv")
                .header("X-CSRF-Token", token)
                .header("X-File-Name", "devices.XLSX")
                .POST(BodyPublishers.ofString(ImportFile.of(1, 1))));
        assertThat(page.body()).as(page.toString()).contains("ends in .XLSX");
        assertThat(page.status()).isEqualTo(422);
        assertThat(imports()).isEqualTo(before);
        fleet.organization()
                .post(imports + "devices", "text/csv", ImportFile.of(1, 1))
                .expect(201);
    }

    @Test
    void formulasAndMarkupAreRowsLikeOthers() {
        Fleet any = Fleet.create(database.server(), "ANY");
        List<String> texts = List.of(
                "=HYPERLINK(\"https://evil.example\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1)",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "{{7*7}} #{7*7} ${7*7}");
        List<Cells> rows =
                texts.stream().map(text -> new Cells(text, text, text, text)).toList();
        Draft draft = Draft.of(any, rows);
        assertThat(draft.rows()).extracting(Cells::of).isEqualTo(rows);
        assertThat(draft.page("size=1").header("Content-Type").orElse("")).startsWith("application/json");
        draft.rows()
                .forEach(
                        row -> assertThat(row.getJsonArray("errors").toString()).doesNotContain("<s", "<i", "evil"));
        assertThat(draft.report()).doesNotContain(",=", ",+", ",-", ",@", "\"=", "\"+", "\"-", "\"@");
        Draft again = Draft.of(any, draft.report());
        assertThat(again.rows()).extracting(Cells::of).isEqualTo(rows);
    }

    @Test
    void lettersThatOnlyLookPlainAreFlagged() {
        Fleet any = Fleet.create(database.server(), "ANY");
        Draft draft = Draft.of(
                any,
                Cells.standalone("ABC1", "plain"),
                Cells.standalone("\u0410BC2", "Cyrillic"),
                Cells.standalone("\uFF21BC3", "full width"),
                Cells.standalone("AB\u200BC4", "zero width"));
        assertThat(draft.faults(1)).isEmpty();
        assertThat(draft.faults(2)).containsExactly("uniqueIdentifier:lookalike");
        assertThat(draft.faults(3)).containsExactly("uniqueIdentifier:lookalike");
        assertThat(draft.faults(4)).containsExactly("uniqueIdentifier:unprintable");
    }

    @Test
    void moreRowsThanAllowedAreCountedAndRefused() {
        assertRefused(HostileFile.rows(1_000_010), "too-many-rows", 1_000_002, "1,000,010", "1,000,000");
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        int before = imports();
        Answer answer = fleet.upload(HostileFile.over256Mebibytes());
        assertThat(imports()).isEqualTo(before);
        assertRefused(answer, 413, ProblemCode.BODY_TOO_LARGE, "file-too-large", 0, "268,435,456");
    }

    /** @param line 0 where it does not matter */
    private void assertRefused(BodyPublisher file, String code, int line, String... told) {
        int before = imports();
        assertRefused(fleet.upload(file), 422, ProblemCode.INVALID_FILE, code, line, told);
        assertThat(imports()).isEqualTo(before);
    }

    private static void assertRefused(
            Answer answer, int status, ProblemCode problemCode, String code, int line, String... told) {
        JsonObject problem = assertProblem(answer, status, problemCode, "errors");
        JsonObject error = problem.getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("code")).as(answer.toString()).isEqualTo(code);
        assertThat(line == 0 ? 0 : error.getInt("line")).as(answer.toString()).isEqualTo(line);
        assertThat(List.of(told))
                .allSatisfy(part -> assertThat(error.getString("detail")).contains(part));
    }

    private int imports() {
        return fleet.organization()
                .get(fleet.importsPath() + "?size=1")
                .expect(200)
                .json()
                .getInt("total");
    }
}
