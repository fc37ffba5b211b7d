package dev.muster.domain.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.domain.enrollment.row.ColumnEvidence;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceImportTest {

    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    private final DeviceImport made = new DeviceImport(
            UUID.randomUUID(),
            new Organization(new TenantName("it"), NOW),
            new Manufacturer(
                    new TenantName("maker"), IdentifierRules.of(IdentifierScheme.ANY), EnrollmentPolicy.OPEN, NOW),
            "devices.csv",
            100,
            UUID.randomUUID(),
            NOW);

    @Test
    void aStoppedChangeLeavesTheDraft() {
        toDraft();
        made.beginChange(new DraftChange.DeleteInvalid(false));
        made.requestCancel();
        made.unchanged("The change was cancelled; nothing was changed.");
        assertThat(made.isDraft()).isTrue();
        assertThat(made.isCancelRequested()).isFalse();
        assertThat(made.pendingChange()).isEmpty();
        assertThat(made.changeNumber()).isZero();
    }

    @Test
    void aChangeIsNotEndedAsACommit() {
        toDraft();
        made.beginChange(new DraftChange.DeleteInvalid(false));
        assertThatIllegalStateException().isThrownBy(() -> made.uncommitted(null));
        assertThatIllegalStateException().isThrownBy(() -> made.validated(DraftCounts.NONE));
        assertThatIllegalStateException().isThrownBy(() -> made.committed(NOW));
        assertThat(made.status()).isEqualTo(ImportStatus.CHANGING);
    }

    @Test
    void aDraftIsNotBrokenOffAndNothingOfItIsCancelled() {
        toDraft();
        assertThatIllegalStateException().isThrownBy(() -> made.breakOff(ImportStatus.CANCELLED, "stopped"));
        assertThatIllegalArgumentException().isThrownBy(() -> made.breakOff(ImportStatus.COMMITTED, "stopped"));
        assertThatIllegalStateException().isThrownBy(made::requestCancel);
    }

    @Test
    void aCommitEndsWhatCanBeTakenBack() {
        toDraft();
        made.changed("the deletion of row 1");
        assertThat(made.lastChange()).isEqualTo("the deletion of row 1");
        made.beginCommit(CommitScope.VALID_ROWS);
        assertThat(made.isValidRowsOnly()).isTrue();
        assertThat(made.isKeepFirst()).isFalse();
        made.committed(NOW);
        assertThat(made.lastChange()).isNull();
        assertThat(made.committedAt()).isEqualTo(NOW);
    }

    @Test
    void aChangeFromAnOlderDraftIsRefused() {
        toDraft();
        made.requireUnchangedSince(OptionalInt.of(0));
        made.changed("the change of row 1");
        made.requireUnchangedSince(OptionalInt.empty());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> made.requireUnchangedSince(OptionalInt.of(0)));
    }

    @Test
    void rowsThatACommitLeftOutAreANewDraftWithoutCounts() {
        toDraft();
        made.reprovisionBy(ReprovisioningPolicy.NEVER);
        DeviceImport rest = DeviceImport.restOf(made, NOW);
        assertThat(rest.isDraft()).isTrue();
        assertThat(rest.restOf()).isEqualTo(made.id());
        assertThat(rest.rowCount()).isZero();
        assertThat(rest.reprovisioningPolicy()).isEqualTo(ReprovisioningPolicy.NEVER);
    }

    private void toDraft() {
        made.read(2, List.of(), ColumnEvidence.NONE);
        made.validated(DraftCounts.ofRows(2));
    }
}
