package dev.muster.ejb.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceLogin;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchWriterTest {

    private final List<WaitingTelemetry> alone = new ArrayList<>();

    private final WaitingTelemetry first = body();
    private final WaitingTelemetry second = body();
    private final WaitingTelemetry third = body();

    @Test
    void eachBodyGetsItsOwnOutcome() {
        ProblemException refusal = new ProblemException(ProblemCode.UNAUTHENTICATED, "No.");
        writer(batch -> List.of(
                        new BatchOutcome.Kept(new AcceptedTelemetry(2, 1)),
                        new BatchOutcome.Refused(refusal),
                        new BatchOutcome.Alone()))
                .write(List.of(first, second, third));
        assertThat(first.result()).isCompletedWithValue(new AcceptedTelemetry(2, 1));
        assertThatThrownBy(() -> second.result().join()).hasCause(refusal);
        assertThat(alone).containsExactly(third);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23503", "55P03", "40P01"})
    void aBatchThatFailsIsDoneAgainBodyByBody(String state) {
        SQLException deleted = new SQLTransientException("The device is not there, or locked", state);
        writer(batch -> {
                    throw new EJBException(new RuntimeException(deleted));
                })
                .write(List.of(first, second));
        assertThat(alone).containsExactly(first, second);
        assertThat(first.result()).isNotDone();
    }

    @Test
    void nobodyTriesAgainWhileTheDatabaseIsAway() {
        RuntimeException away = new EJBException(new RuntimeException(new SQLException("gone", "08006")));
        writer(batch -> {
                    throw away;
                })
                .write(List.of(first, second));
        assertThat(alone).isEmpty();
        assertThatThrownBy(() -> second.result().join()).hasCause(away);
    }

    private BatchWriter writer(Transactions transactions) {
        return new BatchWriter(
                new IntakeTransactions() {
                    @Override
                    public List<BatchOutcome> keep(List<WaitingTelemetry> batch) {
                        return transactions.keep(batch);
                    }
                },
                alone::add);
    }

    private interface Transactions {
        List<BatchOutcome> keep(List<WaitingTelemetry> batch);
    }

    private static WaitingTelemetry body() {
        return new WaitingTelemetry(new DeviceLogin.Token("key", "token"), new byte[2]);
    }
}
