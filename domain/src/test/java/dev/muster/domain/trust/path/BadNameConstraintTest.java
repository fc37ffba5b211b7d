package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.BadPath.PRIVATE;
import static dev.muster.domain.trust.path.BadPath.at;
import static dev.muster.domain.trust.path.TestExtensions.alternative;
import static dev.muster.domain.trust.path.TestExtensions.excluded;
import static dev.muster.domain.trust.path.TestExtensions.permitted;
import static dev.muster.domain.trust.path.TestExtensions.policy;
import static dev.muster.domain.trust.path.TestExtensions.subtree;

import dev.muster.domain.trust.TestCertificate;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;

/** Chains that break the name constraints or the policies of their issuer. */
class BadNameConstraintTest implements BadPath.Cases {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2");

    static Stream<BadPath> cases() {
        return Stream.of(nameConstraints(), policies()).flatMap(List::stream);
    }

    private static List<BadPath> nameConstraints() {
        GeneralSubtree acme = subtree(new GeneralName(new X500Name("O=Acme")));
        GeneralSubtree domain = subtree(new GeneralName(GeneralName.dNSName, "acme.example"));
        GeneralSubtree mail = subtree(new GeneralName(GeneralName.rfc822Name, "acme.example"));
        GeneralSubtree network = subtree(
                new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[] {10, 0, 0, 0, -1, 0, 0, 0})));
        GeneralSubtree web = subtree(new GeneralName(GeneralName.uniformResourceIdentifier, ".acme.example"));
        ASN1Encodable nothing = new NameConstraints(new GeneralSubtree[] {acme}, null);
        return List.of(
                constrained("subject outside", permitted(acme), c -> c.subject("O=Other,CN=1")),
                constrained("subject excluded", excluded(acme), c -> c.subject("O=Acme,CN=1")),
                constrained(
                        "host outside", permitted(domain), c -> alternative(c, GeneralName.dNSName, "other.example")),
                constrained(
                        "host excluded", excluded(domain), c -> alternative(c, GeneralName.dNSName, "a.acme.example")),
                constrained(
                        "address outside", permitted(network), c -> alternative(c, GeneralName.iPAddress, "11.0.0.1")),
                constrained(
                        "mail outside",
                        permitted(mail),
                        c -> alternative(c, GeneralName.rfc822Name, "a@other.example")),
                constrained("mail in the subject outside", permitted(mail), c -> c.subject("CN=1,E=a@other.example")),
                constrained(
                        "address of a page excluded",
                        excluded(web),
                        c -> alternative(c, GeneralName.uniformResourceIdentifier, "https://a.acme.example/")),
                at(
                        0,
                        "constraints of a device",
                        PathFault.NAME_CONSTRAINTS,
                        c -> c.with(Extension.nameConstraints, true, nothing)),
                at(
                        1,
                        "constraints that are not critical",
                        PathFault.NOT_CRITICAL,
                        c -> c.with(Extension.nameConstraints, false, nothing)));
    }

    private static List<BadPath> policies() {
        PolicyConstraints required = new PolicyConstraints(BigInteger.ZERO, null);
        UnaryOperator<TestCertificate> requires = c -> c.with(Extension.policyConstraints, true, required);
        return List.of(
                new BadPath(
                        "policy required and none there", PathFault.POLICY, 0, () -> TestPath.issuer(requires, c -> c)),
                new BadPath(
                        "policy of the issuer alone",
                        PathFault.POLICY,
                        0,
                        () -> TestPath.issuer(requires.andThen(c -> policy(c, POLICY))::apply, c -> c)),
                new BadPath(
                        "policy of the device alone",
                        PathFault.POLICY,
                        0,
                        () -> TestPath.issuer(
                                requires.andThen(c -> policy(c, POLICY))::apply, c -> policy(c, PRIVATE))),
                at(
                        1,
                        "requirement that is not critical",
                        PathFault.NOT_CRITICAL,
                        c -> c.with(Extension.policyConstraints, false, required)));
    }

    private static BadPath constrained(
            String name, NameConstraints constraints, UnaryOperator<TestCertificate> device) {
        return new BadPath(
                name,
                PathFault.NAME_CONSTRAINTS,
                0,
                () -> TestPath.issuer(c -> c.with(Extension.nameConstraints, true, constraints), device));
    }
}
