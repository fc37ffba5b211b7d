package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.PathFault.require;

import dev.muster.domain.trust.key.OutsideKeyPolicy;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Validates a device's certificate: the path of RFC 5280 section 6 from it to the manufacturer's DEVICE_CA and on to
 * the platform's root, and the profile of protocol.md ("Certificates"), which demands more. A pure rule that knows
 * nothing of revocation.
 *
 * <p>First it checks the parts that depend only on the request; a fault there ends the work. Then it verifies every
 * signature, whatever the names and times say. The issuer may be a decoy, and neither the answer nor its time may
 * reveal that.
 */
public final class CertificatePathValidator {

    /** The device, two authorities between, and the root. A DEVICE_CA of Muster itself allows no authority below it. */
    private static final int MAX_CERTIFICATES = 4;

    /** The same as for a provision request (protocol.md). */
    private static final int MAX_OCTETS = 16 * 1024;

    private static final int LEAF = 0;

    private CertificatePathValidator() {}

    /**
     * Validates a device's certificate.
     *
     * @param chain DER, the device's certificate first, each certified by the next (RFC 7515 section 4.1.6); may end
     *     below the issuer, with it, or with the root
     * @param issuer the DEVICE_CA, DER. The path must have exactly this certificate; another certificate with its name
     *     and key is not accepted
     * @param root the platform's, DER
     * @return Refused with the first fault. In its position the device's certificate is 0, and issuer and root are the
     *     last two, even if they were not in the chain
     */
    public static PathVerdict validate(List<byte[]> chain, byte[] issuer, byte[] root, Instant now) {
        if (chain.isEmpty() || chain.size() > MAX_CERTIFICATES) {
            return new PathVerdict.Refused(PathFault.CHAIN_LENGTH, LEAF);
        }
        if (chain.stream().mapToInt(der -> der.length).sum() > MAX_OCTETS) {
            return new PathVerdict.Refused(PathFault.CHAIN_SIZE, LEAF);
        }
        List<PathCertificate> path = new ArrayList<>();
        for (byte[] encoded : complete(chain, issuer, root)) {
            try {
                path.add(read(encoded, path.isEmpty()));
            } catch (PathFault.Thrown e) {
                return new PathVerdict.Refused(e.fault(), path.size());
            }
        }
        return judge(path, now);
    }

    /** Adds issuer and root to the chain if they are missing. The first certificate always counts as the device's. */
    private static List<byte[]> complete(List<byte[]> chain, byte[] issuer, byte[] root) {
        int own = chain.size();
        if (own > 2 && Arrays.equals(chain.get(own - 1), root) && Arrays.equals(chain.get(own - 2), issuer)) {
            own -= 2;
        } else if (own > 1 && Arrays.equals(chain.get(own - 1), issuer)) {
            own--;
        }
        List<byte[]> complete = new ArrayList<>(chain.subList(0, own));
        complete.add(issuer);
        complete.add(root);
        return complete;
    }

    private static PathCertificate read(byte[] encoded, boolean leaf) throws PathFault.Thrown {
        PathCertificate certificate = PathCertificate.read(encoded);
        if (leaf) {
            PathProfile.checkDevice(certificate);
        } else {
            PathProfile.checkIssuer(certificate);
        }
        return certificate;
    }

    private static PathVerdict judge(List<PathCertificate> path, Instant now) {
        Optional<PathVerdict.Refused> unsigned = unsigned(path);
        PathCertificate leaf = path.get(LEAF);
        return firstFault(path, now)
                .or(() -> unsigned)
                .or(() -> weakKey(path))
                .or(() -> PkixAlgorithm.check(path, now))
                .<PathVerdict>map(refused -> refused)
                .orElseGet(() ->
                        new PathVerdict.Valid(new VerifiedDevice(LeafIdentifier.of(leaf.subject()), leaf.publicKey())));
    }

    /**
     * The first certificate that the certificate above it has not signed. Verifies all signatures, even after a bad
     * one.
     */
    private static Optional<PathVerdict.Refused> unsigned(List<PathCertificate> path) {
        Optional<PathVerdict.Refused> first = Optional.empty();
        for (int position = 0; position < path.size(); position++) {
            if (!link(path, position).isSigned() && first.isEmpty()) {
                first = Optional.of(new PathVerdict.Refused(PathFault.SIGNATURE, position));
            }
        }
        return first;
    }

    private static Optional<PathVerdict.Refused> firstFault(List<PathCertificate> path, Instant now) {
        for (int position = 0; position < path.size(); position++) {
            Optional<PathFault> fault = fault(path, position, now);
            if (fault.isPresent()) {
                return Optional.of(new PathVerdict.Refused(fault.get(), position));
            }
        }
        return Optional.empty();
    }

    private static Optional<PathFault> fault(List<PathCertificate> path, int position, Instant now) {
        PathCertificate certificate = path.get(position);
        PathLink link = link(path, position);
        try {
            require(link.hasName(), PathFault.NAME_CHAINING);
            require(link.hasKeyIdentifier(), PathFault.KEY_IDENTIFIER);
            require(!now.isBefore(certificate.notBefore()), PathFault.NOT_YET_VALID);
            require(!now.isAfter(certificate.notAfter()), PathFault.EXPIRED);
            require(allowsWhatIsBelow(path, position), PathFault.PATH_LENGTH);
            return Optional.empty();
        } catch (PathFault.Thrown e) {
            return Optional.of(e.fault());
        }
    }

    /** The root is its own issuer. */
    private static PathLink link(List<PathCertificate> path, int position) {
        return new PathLink(path.get(position), path.get(Math.min(position + 1, path.size() - 1)));
    }

    /**
     * Counts the authorities between this one and the device, except those that only renew a key (RFC 5280 section
     * 4.2.1.9).
     */
    private static boolean allowsWhatIsBelow(List<PathCertificate> path, int position) throws PathFault.Thrown {
        Optional<BigInteger> limit = path.get(position)
                .value(Extension.basicConstraints, BasicConstraints::getInstance)
                .map(BasicConstraints::getPathLenConstraint);
        if (limit.isEmpty()) {
            return true;
        }
        long between = path.subList(Math.min(1, position), position).stream()
                .filter(authority -> !authority.isSelfIssued())
                .count();
        return limit.get().compareTo(BigInteger.valueOf(between)) >= 0;
    }

    /**
     * Checks the keys from the chain. This check is expensive, so it comes late: by now somebody has vouched for the
     * keys.
     */
    private static Optional<PathVerdict.Refused> weakKey(List<PathCertificate> path) {
        for (int position = 0; position < path.size() - 2; position++) {
            if (OutsideKeyPolicy.check(path.get(position).publicKey()).isPresent()) {
                return Optional.of(new PathVerdict.Refused(PathFault.KEY, position));
            }
        }
        return Optional.empty();
    }
}
