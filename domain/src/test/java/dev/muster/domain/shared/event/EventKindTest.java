package dev.muster.domain.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One refusal has one event, whoever refuses. */
class EventKindTest {

    @ParameterizedTest
    @CsvSource({
        "MALFORMED_REQUEST, REQUEST_MALFORMED",
        "HTTPS_REQUIRED, REQUEST_MALFORMED",
        "UNAUTHENTICATED, CREDENTIAL_REFUSED",
        "CERTIFICATE_REVOKED, CREDENTIAL_REFUSED",
        "CREDENTIALS_SUSPENDED, CREDENTIAL_REFUSED",
        "FORBIDDEN, ACCESS_REFUSED",
        "NOT_FOUND, ACCESS_REFUSED",
        "ORGANIZATION_SUSPENDED, ACCESS_REFUSED",
        "REPLAYED_PROOF, FORGERY_REFUSED",
        "BODY_TOO_LARGE, LIMIT_REACHED",
        "BUDGET_EXHAUSTED, LIMIT_REACHED",
        "DEVICE_NOT_IMPORTED, PROVISIONING_REFUSED"
    })
    void aRefusalHasAnEvent(ProblemCode code, EventKind kind) {
        assertThat(EventKind.of(code)).contains(kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALIDATION_FAILED", "CONFLICT", "ROW_CHANGED", "INTERNAL_ERROR", "USE_NONCE"})
    void aMistakeHasNone(ProblemCode code) {
        assertThat(EventKind.of(code)).isEmpty();
    }

    /** Otherwise a stranger could fill the log. */
    @Test
    void everyRefusalIsLimited() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(EventKind.of(code).map(EventKind::isLimited).orElse(true))
                    .as(code.code())
                    .isTrue();
        }
    }
}
