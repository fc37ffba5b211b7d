package dev.muster.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseUnavailableTest {

    static Stream<Exception> away() {
        return Stream.of(
                new SQLTransientConnectionException(),
                new SQLNonTransientConnectionException(),
                new SQLException("terminating connection", "57P01"),
                new SQLException("connection refused", "08001"),
                new SQLException("too many connections", "53300"),
                new SQLException("disk full", "53100"),
                new SQLException("cannot execute INSERT in a read-only transaction", "25006"),
                new SQLException("canceling statement due to statement timeout", "57014"),
                new SQLException("deadlock detected", "40P01"),
                new SQLException("could not serialize access", "40001"),
                new SQLException("Error in allocating a connection. Cause: no more of them"),
                new IllegalStateException("Connection could not be allocated because: refused"));
    }

    static Stream<Exception> here() {
        return Stream.of(
                new SQLIntegrityConstraintViolationException("twice", "23505"),
                new SQLException("syntax", "42601"),
                new SQLException(),
                new IllegalStateException("connection"),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("away")
    void isSeenHoweverDeepItIs(Exception cause) {
        assertThat(DatabaseUnavailable.causes(new IllegalStateException("outer", new RuntimeException(cause))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("here")
    void otherFaultsAreOurs(Exception cause) {
        assertThat(DatabaseUnavailable.causes(new RuntimeException(cause))).isFalse();
    }
}
