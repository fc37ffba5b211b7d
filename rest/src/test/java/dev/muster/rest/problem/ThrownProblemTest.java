package dev.muster.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.telemetry.TelemetryError;
import dev.muster.domain.telemetry.TelemetryFault;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.ejb.enrollment.upload.ImportRefusal;
import jakarta.ejb.EJBException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrownProblemTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void whatAServiceRefusesIsTold(ProblemCode code) {
        Problem problem = ThrownProblem.of(new ProblemException(code, "Because."));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).isEqualTo("Because.");
    }

    @Test
    void theContainersWrappingIsTakenOff() {
        assertThat(ThrownProblem.of(wrapped(ProblemException.invalid("No."))).code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aRefusedFileTellsItsLines() {
        Problem problem =
                ThrownProblem.of(new ImportRefusal(List.of(new FileError(3, FileFault.NUL, "Line 3 holds a NUL."))));
        assertThat(problem.members())
                .hasToString("{\"errors\":[{\"line\":3,\"code\":\"nul\",\"detail\":\"Line 3 holds a NUL.\"}]}");
    }

    @Test
    void refusedTelemetryTellsItsMessages() {
        Problem problem = ThrownProblem.of(new TelemetryRefusal(List.of(
                new TelemetryError(2, "t", TelemetryFault.INVALID_VALUE),
                new TelemetryError(3, null, TelemetryFault.INVALID_KEY))));
        assertThat(problem.members().toString())
                .contains("{\"index\":2,\"key\":\"t\",\"code\":\"invalid-value\"")
                .contains("{\"index\":3,\"key\":null,\"code\":\"invalid-key\"");
    }

    @Test
    void aPatternAndACertificateThatCannotBeAreInvalid() {
        assertThat(thrownBy(() -> IdentifierRules.of(IdentifierScheme.SERIAL, null))
                        .code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
        Problem name = thrownBy(() -> CertificateSubject.of("", "x"));
        assertThat(name.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(name.detail()).isEqualTo("A name is 1 to 64 printable characters.");
    }

    @Test
    void whatCannotBeReadIsMalformed() {
        Problem unreadable = ThrownProblem.of(new MalformedRequestException("The JSON is empty."));
        assertThat(unreadable.code()).isEqualTo(ProblemCode.MALFORMED_REQUEST);
        assertThat(unreadable.detail()).isEqualTo("The JSON is empty.");
        assertThat(ThrownProblem.of(wrapped(new UncheckedIOException(new IOException("reset"))))
                        .code())
                .isEqualTo(ProblemCode.MALFORMED_REQUEST);
    }

    @Test
    void aDatabaseThatIsAwayIsNoFault() {
        assertThat(ThrownProblem.of(wrapped(new IllegalStateException("Error in allocating a connection. Cause: ...")))
                        .code())
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @Test
    void theUnexpectedTellsNothingOfItself() {
        Problem problem = ThrownProblem.of(wrapped(new IllegalStateException("select secret from x")));
        assertThat(problem.code()).isEqualTo(ProblemCode.INTERNAL_ERROR);
        assertThat(problem.detail()).doesNotContain("secret");
    }

    private static Problem thrownBy(Runnable code) {
        try {
            code.run();
            throw new AssertionError("nothing was thrown");
        } catch (RuntimeException e) {
            return ThrownProblem.of(wrapped(e));
        }
    }

    private static EJBException wrapped(RuntimeException cause) {
        return new EJBException(cause);
    }
}
