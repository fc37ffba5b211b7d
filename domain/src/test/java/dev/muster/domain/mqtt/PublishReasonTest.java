package dev.muster.domain.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.telemetry.TelemetryError;
import dev.muster.domain.telemetry.TelemetryFault;
import dev.muster.domain.telemetry.TelemetryRefusal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishReasonTest {

    /** What no telemetry message of a connected device meets. */
    private static final Set<ProblemCode> NEVER_MET = EnumSet.of(
            ProblemCode.USE_NONCE,
            ProblemCode.REPLAYED_PROOF,
            ProblemCode.HTTPS_REQUIRED,
            ProblemCode.LENGTH_REQUIRED,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.SECOND_FACTOR_REQUIRED,
            ProblemCode.FORBIDDEN,
            ProblemCode.NOT_FOUND,
            ProblemCode.CONFLICT,
            ProblemCode.ROW_CHANGED,
            ProblemCode.VALIDATION_FAILED,
            ProblemCode.INVALID_FILE,
            ProblemCode.DRAFT_INVALID);

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, 0x00",
        "PAYLOAD_INVALID, 0x99",
        "FOREIGN_TOPIC, 0x87",
        "CREDENTIAL_ENDED, 0x87",
        "QUOTA_EXCEEDED, 0x97",
        "UNSPECIFIED_ERROR, 0x80"
    })
    void codesAreThoseOfTheStandard(PublishReason reason, String code) {
        assertThat(reason.code()).isEqualTo(Integer.decode(code));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheEndOfTheCredentialEndsTheSession(PublishReason reason) {
        if (reason == PublishReason.CREDENTIAL_ENDED) {
            assertThat(reason.disconnect()).hasValue(0x98);
        } else {
            assertThat(reason.disconnect()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_TELEMETRY, PAYLOAD_INVALID",
        "MALFORMED_REQUEST, PAYLOAD_INVALID",
        "RATE_LIMITED, QUOTA_EXCEEDED",
        "BUDGET_EXHAUSTED, QUOTA_EXCEEDED",
        "QUOTA_REACHED, QUOTA_EXCEEDED",
        "BODY_TOO_LARGE, QUOTA_EXCEEDED",
        "UNAUTHENTICATED, CREDENTIAL_ENDED",
        "INVALID_PROOF, CREDENTIAL_ENDED",
        "INVALID_IDENTIFIER, CREDENTIAL_ENDED",
        "DEVICE_NOT_IMPORTED, CREDENTIAL_ENDED",
        "CERTIFICATE_REVOKED, CREDENTIAL_ENDED",
        "CERTIFICATE_EXPIRED, CREDENTIAL_ENDED",
        "MANUFACTURER_SUSPENDED, CREDENTIAL_ENDED",
        "ORGANIZATION_SUSPENDED, CREDENTIAL_ENDED",
        "DEVICE_INVALIDATED, CREDENTIAL_ENDED",
        "CREDENTIALS_SUSPENDED, CREDENTIAL_ENDED",
        "ALREADY_PROVISIONED, CREDENTIAL_ENDED",
        "PROOF_FORM_DISABLED, CREDENTIAL_ENDED",
        "INTERNAL_ERROR, UNSPECIFIED_ERROR"
    })
    void eachProblemOfAMessageHasAReason(ProblemCode problem, PublishReason reason) {
        assertThat(PublishReason.of(problem)).hasValue(reason);
    }

    @Test
    void onlyWithoutTheDatabaseNothingIsAcknowledged() {
        assertThat(Stream.of(ProblemCode.values())
                        .filter(problem -> PublishReason.of(problem).isEmpty()))
                .containsExactly(ProblemCode.UNAVAILABLE);
    }

    @Test
    void onlyFaultsOfTheServerAndCodesThatNoMessageMeetsAreUnspecified() {
        Set<ProblemCode> expected = EnumSet.copyOf(NEVER_MET);
        expected.add(ProblemCode.INTERNAL_ERROR);
        assertThat(Stream.of(ProblemCode.values())
                        .filter(problem -> PublishReason.of(problem)
                                .filter(PublishReason.UNSPECIFIED_ERROR::equals)
                                .isPresent()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noProblemIsAccepted() {
        assertThat(Stream.of(ProblemCode.values()).map(PublishReason::of).flatMap(Optional::stream))
                .doesNotContain(PublishReason.ACCEPTED, PublishReason.FOREIGN_TOPIC);
    }

    @Test
    void theTextIsKeyAndCodeOfTheFirstError() {
        TelemetryRefusal refusal = new TelemetryRefusal(List.of(
                new TelemetryError(3, "temperature", TelemetryFault.OUT_OF_RANGE),
                new TelemetryError(4, "humidity", TelemetryFault.WRONG_TYPE)));
        assertThat(PublishReason.text(refusal)).isEqualTo("temperature: out-of-range");
    }

    @Test
    void withoutAKeyTheTextIsTheCode() {
        assertThat(text(null)).isEqualTo("invalid-key");
        assertThat(PublishReason.text(new ProblemException(ProblemCode.RATE_LIMITED, "Later.")))
                .isEqualTo("rate-limited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\0", "\uD800", "\uFFFE", "\uFFFF", "\uFDD0", "\uD83F\uDFFF"})
    void aKeyThatMqttDoesNotAllowIsLeftOut(String key) {
        assertThat(text(key)).isEqualTo("invalid-key");
    }

    @Test
    void theTextIsBounded() {
        assertThat(text("k".repeat(65))).isEqualTo("invalid-key");
        assertThat(text("語".repeat(64)).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(256);
        assertThat(TelemetryFault.values())
                .allSatisfy(fault -> assertThat(fault.code()).hasSizeLessThanOrEqualTo(256 - 3 * 64 - 2));
    }

    private static String text(String key) {
        return PublishReason.text(
                new TelemetryRefusal(List.of(new TelemetryError(0, key, TelemetryFault.INVALID_KEY))));
    }
}
