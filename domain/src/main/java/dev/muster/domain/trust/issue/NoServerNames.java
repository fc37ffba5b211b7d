package dev.muster.domain.trust.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * Name constraints that keep the names of TLS servers out of all certificates below (RFC 5280 section 4.2.1.10). They
 * exclude every IP address, and each DNS name that is this platform's, below a usual top-level domain, or for special
 * use. Other names are allowed: a device's certificate may have a hardware module name, a URI or a mail address.
 *
 * <p>Names are excluded one by one. To permit no DNS name at all would be shorter, but the JDK takes the common name
 * for a DNS name if there is no other, so it would refuse each device whose common name is its identifier. In the
 * CA/Browser Forum's Baseline Requirements (section 7.1.5) the empty name excludes all, but it ends the JDK's
 * validation with a StringIndexOutOfBoundsException.
 */
final class NoServerNames {

    /** Names of hosts without a public name (RFC 6761, RFC 6762, RFC 8375, and names that private networks use). */
    private static final List<String> SPECIAL = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "lan",
            "home",
            "corp",
            "arpa",
            "test",
            "example",
            "invalid");

    /** Nearly all public names are below these. All 1,400 would make a certificate of 12 KB, which devices send. */
    private static final List<String> PUBLIC = List.of(
            ("com net org info biz edu gov int mil xyz online site store shop top tech cloud app dev io ai co me tv eu de uk fr it"
                            + " nl be at ch es pt pl cz se no dk fi ie gr ro hu ua ru tr il ae sa ir cn tw hk jp kr in id vn th my"
                            + " sg ph au nz us ca mx br ar cl za ng eg ke")
                    .split(" "));

    private static final int IPV4_OCTETS = 4;
    private static final int IPV6_OCTETS = 16;

    private NoServerNames() {}

    /** @param platform an address at this platform; its host is excluded, whatever its top-level domain */
    static NameConstraints at(URI platform) {
        Stream<String> own = Optional.ofNullable(platform.getHost()).filter(ServerNames::isDnsName).stream();
        Stream<GeneralName> names = Stream.of(own, SPECIAL.stream(), PUBLIC.stream())
                .flatMap(some -> some)
                .distinct()
                .map(name -> new GeneralName(GeneralName.dNSName, name));
        Stream<GeneralName> addresses = Stream.of(everyAddress(IPV4_OCTETS), everyAddress(IPV6_OCTETS));
        return new NameConstraints(
                null, Stream.concat(names, addresses).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new));
    }

    /** Address and mask, both zero: 0.0.0.0/0, or ::/0. */
    private static GeneralName everyAddress(int octets) {
        return new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[2 * octets]));
    }
}
