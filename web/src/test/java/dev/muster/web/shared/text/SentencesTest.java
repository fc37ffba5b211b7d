package dev.muster.web.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import dev.muster.domain.shared.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each sentence in the classes of {@code domain}, {@code ejb} and {@code web} is in the catalogues, and the catalogues have nothing else.
 *
 * <p>A failure names the sentence as its key. Add it to each {@code Sentences_….xml}. If no page shows it, add its class to {@link #NO_PAGE}.
 */
class SentencesTest {

    /** Places whose sentences no page shows. */
    private static final Map<String, String> NO_PAGE = Map.ofEntries(
            Map.entry(
                    "bodies in JSON of devices and scripts",
                    "domain/shared/json/.*|domain/telemetry/.*|ejb/telemetry/.*"),
            Map.entry(
                    "requests and proofs of devices",
                    "domain/mqtt/ConnectForm|domain/provisioning/(proof/.*|ProvisioningOutcome|CertifiedRequest)"
                            + "|ejb/provisioning/.*"
                            + "|ejb/device/DeviceAuthentication"),
            Map.entry(
                    "requests of scripts: HTTP Basic, tokens, quotas by name",
                    "ejb/account/login/LoginService|domain/account/TokenRights|ejb/quota/TenantQuotas|web/health/MetricsGate"),
            Map.entry(
                    "constants, for which the portal has texts of its own",
                    "domain/enrollment/row/(CellFault|Repair)|domain/quota/QuotaWords|domain/account/signon/SignOnRefusal"
                            + "|domain/trust/ShownServerCertificate"),
            Map.entry("titles of problem documents", "domain/shared/ProblemCode"),
            Map.entry("the published log", "ejb/transparency/PublishedLog"),
            Map.entry("health and the start", "ejb/shared/MqttStatus|domain/mqtt/OutsideBroker"),
            Map.entry(
                    "logs and developers",
                    "ejb/start/.*|domain/transparency/Proofs|domain/account/signon/(JsonWebKeys|IdTokenCheck)"
                            + "|ejb/account/signon/CodeExchange|ejb/enrollment/batch/ImportCancelledException"),
            Map.entry("parts that SentenceScan puts together", "domain/enrollment/csv/Sentences"));

    private static final Pattern NOT_ON_PAGES = Pattern.compile(String.join("|", NO_PAGE.values()));

    /** A full stop at the end, or a capital letter at the beginning. Words of one class, one table or one header have no such form. */
    private static final Pattern SENTENCE = Pattern.compile("(?s).* .*[.?!]|[A-Z“\"]\\S* .*");

    private static final Pattern WORDS = Pattern.compile("[a-z]{2,} [a-z{]");

    private static final Pattern SQL = Pattern.compile("(?s)(?:select|update|insert|delete|from|with) .*");

    private static Map<String, Path> found;

    @BeforeAll
    static void scan() {
        found = new TreeMap<>();
        Stream.of("domain", "ejb", "web").forEach(module -> {
            Path sources = Path.of("..", module, "src", "main", "java", "dev", "muster");
            SentenceScan.of(sources).forEach(found::putIfAbsent);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void eachSentenceIsInTheCatalogue(Language language) {
        Set<String> known = SentenceCatalogue.entries(language).keySet();

        assertThat(found.entrySet().stream()
                        .filter(one -> isSentence(one.getKey()) && isShown(one.getValue()))
                        .filter(one -> !known.contains(one.getKey()))
                        .map(one -> one.getValue() + ": " + one.getKey()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void eachEntryIsInTheCode(Language language) {
        assertThat(SentenceCatalogue.entries(language).keySet()).isSubsetOf(found.keySet());
    }

    @Test
    void theCataloguesHaveTheSameEntries() {
        assertThat(SentenceCatalogue.entries(Language.ARABIC).keySet())
                .isEqualTo(SentenceCatalogue.entries(Language.GERMAN).keySet());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void eachTranslationHasTheSameValues(Language language) {
        assertThat(SentenceCatalogue.entries(language)).allSatisfy((english, translation) -> {
            assertThat(translation).isNotBlank();
            assertThat(values(translation)).as(english).isEqualTo(values(english));
        });
    }

    /** Otherwise a class could hide behind a name that is no more. */
    @Test
    void eachPlaceWithoutAPageHasSentences() {
        assertThat(NO_PAGE)
                .allSatisfy((why, places) -> assertThat(found.values().stream()
                                .map(SentencesTest::place)
                                .filter(place -> place.matches(places)))
                        .as(why)
                        .isNotEmpty());
    }

    private static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches()
                && WORDS.matcher(text).find()
                && !SQL.matcher(text).matches();
    }

    private static boolean isShown(Path file) {
        return !NOT_ON_PAGES.matcher(place(file)).matches();
    }

    private static String place(Path file) {
        return file.toString().replace('\\', '/').replaceFirst("\\.java$", "");
    }

    private static Set<String> values(String text) {
        MessagePattern pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
