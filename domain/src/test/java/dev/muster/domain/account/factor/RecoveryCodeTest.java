package dev.muster.domain.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void thereAreTenDifferentCodesOf120Bits() {
        List<String> codes = RecoveryCode.newCodes(new SecureRandom());
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
    }

    @Test
    void itDoesNotMatterHowACodeIsWritten() {
        String code = "ABCD-EFGH-IJKL-MNOP-QRST-UV22";
        assertThat(RecoveryCode.hash(code))
                .hasSize(43)
                .isEqualTo(RecoveryCode.hash(code.replace("-", " ").toLowerCase(Locale.ROOT)))
                .isEqualTo(RecoveryCode.hash(code.replace("-", "")))
                .isNotEqualTo(RecoveryCode.hash(code.replace('A', 'B')));
    }

    @Test
    void anyTextHasAHash() {
        assertThat(RecoveryCode.hash("")).hasSize(43);
        assertThat(RecoveryCode.hash("é\0".repeat(100_000))).hasSize(43);
    }
}
