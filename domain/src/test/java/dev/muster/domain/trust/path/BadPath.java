package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestCertificate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A chain that the validator must refuse. The test makes it, bad in one thing only. Among them are the chains of NIST's
 * PKITS and of x509-limbo that a device's certificate can have. They are made again here, because the chains published
 * there lead to roots of their own.
 *
 * @param position of the certificate at fault, 0 for the device's
 */
record BadPath(String name, PathFault fault, int position, Supplier<TestPath> path) {

    static final X500Name NOBODY = X500Name.getInstance(new DERSequence());
    static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    /** A test of bad chains. Its static method {@code cases()} returns them. */
    interface Cases {

        @ParameterizedTest
        @MethodSource("cases")
        default void isRefusedForWhatItWasMadeFor(BadPath bad) {
            assertThat(bad.path().get().validate()).isEqualTo(new PathVerdict.Refused(bad.fault(), bad.position()));
        }
    }

    /** The usual path with the leaf (0), the issuer (1) or the root (2) changed. */
    static BadPath at(int position, String name, PathFault fault, UnaryOperator<TestCertificate> change) {
        return new BadPath(name, fault, position, () -> switch (position) {
            case 0 -> TestPath.leaf(change);
            case 1 -> TestPath.issuer(change);
            default -> TestPath.root(change);
        });
    }

    static BadPath chain(String name, PathFault fault, byte[]... chain) {
        return chain(name, fault, 0, chain);
    }

    static BadPath chain(String name, PathFault fault, int position, byte[]... chain) {
        return new BadPath(name, fault, position, () -> TestPath.of(chain));
    }

    @Override
    public String toString() {
        return name;
    }
}
