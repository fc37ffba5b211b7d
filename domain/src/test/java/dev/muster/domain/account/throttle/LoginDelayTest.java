package dev.muster.domain.account.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginDelayTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void theDelayDoublesUpToItsLimit() {
        List<Long> seconds = IntStream.rangeClosed(1, 16)
                .mapToObj(DelayRule.NAME_AND_SOURCE::after)
                .map(Duration::toSeconds)
                .toList();
        assertThat(seconds).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        assertThat(DelayRule.SOURCE.after(1_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aLoginIsCountedBeforeItIsChecked() {
        LoginDelay delay =
                new LoginDelay(LoginRequester.unknown("a", "b", null).keys().get(0), NOON);
        for (int i = 0; i < 6; i++) {
            assertThat(delay.remaining(NOON)).isZero();
            delay.count(DelayRule.NAME_AND_SOURCE, NOON);
        }
        assertThat(delay.remaining(NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delay.remaining(NOON.plusSeconds(1))).isZero();
    }

    /** As fast as it is allowed to, for a day: the number in the decision. */
    @ParameterizedTest
    @EnumSource(DelayRule.class)
    void aDayOfGuessingIsBounded(DelayRule rule) {
        int most = rule.isShared() ? 1_600 : 310;
        assertThat(guessesOfADay(rule)).isBetween(most / 2, most);
    }

    /** So one attacker at one source cannot slow down the user at another source. */
    @Test
    void oneSourceNeverReachesTheDelayOfTheName() {
        LoginDelay pair = delay();
        LoginDelay name = delay();
        Instant now = NOON;
        while (now.isBefore(NOON.plus(DAY))) {
            pair.count(DelayRule.NAME_AND_SOURCE, now);
            name.count(DelayRule.NAME, now);
            assertThat(name.remaining(now)).isZero();
            now = now.plus(pair.remaining(now));
        }
        assertThat(name.failures()).isLessThan(20);
    }

    /** Each address that is entered gets a mail, and need not be the user's. */
    @Test
    void aUserSendsFewMailsToAddressesOfOthers() {
        LoginRequester user = LoginRequester.addressed(new Caller(UUID.randomUUID(), "a", Role.ADMINISTRATOR, null));
        assertThat(user.keys()).extracting(DelayKey::rule).containsExactly(DelayRule.NEW_ADDRESS);
        assertThat(DelayRule.NEW_ADDRESS.after(3)).isZero();
        assertThat(DelayRule.NEW_ADDRESS.after(4)).isPositive();
        assertThat(guessesOfADay(DelayRule.NEW_ADDRESS)).isLessThan(160);
    }

    @Test
    void aCountFadesAndIsForgotten() {
        LoginDelay delay = delay();
        for (int i = 0; i < 3; i++) {
            delay.count(DelayRule.SOURCE, NOON);
        }
        assertThat(delay.forgetAt()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
        delay.count(DelayRule.SOURCE, NOON.plusSeconds(90));
        assertThat(delay.failures()).isEqualTo(3);
        assertThat(delay.forgetAt()).isEqualTo(NOON.plus(Duration.ofMinutes(4)));
        delay.takeBack(DelayRule.SOURCE, NOON.plus(Duration.ofHours(1)));
        assertThat(delay.isEmpty()).isTrue();
    }

    /** Otherwise an attacker with an account would log in now and then, and begin again. */
    @Test
    void aRightPasswordTakesBackOnlyItselfIfOthersAreCountedToo() {
        LoginDelay source = delay();
        LoginDelay pair = delay();
        for (int i = 0; i < 10; i++) {
            source.count(DelayRule.SOURCE, NOON);
            pair.count(DelayRule.NAME_AND_SOURCE, NOON);
        }
        source.reset(DelayRule.SOURCE, NOON);
        pair.reset(DelayRule.NAME_AND_SOURCE, NOON);
        assertThat(source.failures()).isEqualTo(9);
        assertThat(pair.isEmpty()).isTrue();
    }

    @Test
    void aClockThatGoesBackDoesNoHarm() {
        LoginDelay delay = delay();
        delay.count(DelayRule.NAME_AND_SOURCE, NOON);
        delay.count(DelayRule.NAME_AND_SOURCE, NOON.minus(DAY));
        assertThat(delay.failures()).isEqualTo(2);
    }

    private static int guessesOfADay(DelayRule rule) {
        LoginDelay delay = delay();
        Instant now = NOON;
        int guesses = 0;
        while (now.isBefore(NOON.plus(DAY))) {
            delay.count(rule, now);
            guesses++;
            now = now.plus(delay.remaining(now));
        }
        return guesses;
    }

    private static LoginDelay delay() {
        return new LoginDelay(LoginRequester.unknown("a", "b", "c").keys().get(0), NOON);
    }
}
