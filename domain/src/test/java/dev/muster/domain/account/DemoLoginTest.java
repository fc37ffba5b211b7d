package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoLoginTest {

    @Test
    void theAdministratorOfTheOperatorsTakesTheNameOfADemoLogin() {
        assertThat(DemoLogin.beside(Optional.of("Admin")))
                .containsExactly(DemoLogin.ORGANIZATION_MANAGER, DemoLogin.MANUFACTURER_MANAGER);
    }

    @Test
    void oneOfAnotherNameIsBesideThem() {
        assertThat(DemoLogin.beside(Optional.of("root"))).containsExactly(DemoLogin.values());
        assertThat(DemoLogin.beside(Optional.empty())).containsExactly(DemoLogin.values());
    }
}
