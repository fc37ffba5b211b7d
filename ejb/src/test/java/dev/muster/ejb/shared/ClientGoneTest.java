package dev.muster.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ClientGoneTest {

    @Test
    void aBrokenOrSlowConnectionIsTold() {
        assertThat(ClientGone.isToldBy(new IOException())).isTrue();
        assertThat(ClientGone.isToldBy(new IllegalStateException(new UncheckedIOException(new EOFException()))))
                .isTrue();
        assertThat(ClientGone.isToldBy(new IllegalStateException(new TimeoutException())))
                .isTrue();
    }

    @Test
    void ourOwnFaultsAreNot() {
        assertThat(ClientGone.isToldBy(null)).isFalse();
        assertThat(ClientGone.isToldBy(new IllegalStateException())).isFalse();
        assertThat(ClientGone.isToldBy(new IllegalStateException(new SQLException(new IOException()))))
                .isFalse();
    }
}
