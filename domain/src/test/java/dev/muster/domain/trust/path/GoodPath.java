package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.key.TestSignatures;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A chain that the validator must accept.
 *
 * @param identifier that the validator reads in the device's certificate
 */
record GoodPath(String name, Optional<String> identifier, Supplier<TestPath> path) {

    static final String IMEI = "356938035643809";
    static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    /** A test of good chains. Its static method {@code cases()} returns them. */
    interface Cases {

        @ParameterizedTest
        @MethodSource("cases")
        default void isNotRefused(GoodPath good) {
            TestPath path = good.path().get();
            assertThat(path.validate()).isInstanceOfSatisfying(PathVerdict.Valid.class, valid -> {
                assertThat(valid.device().identifier()).isEqualTo(good.identifier());
                assertThat(valid.device().publicKey())
                        .isEqualTo(TestSignatures.encoded(
                                Certificate.getInstance(path.chain().get(0)).getSubjectPublicKeyInfo()));
            });
        }
    }

    static GoodPath good(String name, Supplier<TestPath> path) {
        return new GoodPath(name, Optional.of(IMEI), path);
    }

    static GoodPath device(String name, UnaryOperator<TestCertificate> change) {
        return good(name, () -> TestPath.leaf(change));
    }

    static GoodPath issuer(String name, UnaryOperator<TestCertificate> change) {
        return issuer(name, change, UnaryOperator.identity());
    }

    static GoodPath issuer(String name, UnaryOperator<TestCertificate> change, UnaryOperator<TestCertificate> device) {
        return good(name, () -> TestPath.issuer(change, device));
    }

    @Override
    public String toString() {
        return name;
    }
}
