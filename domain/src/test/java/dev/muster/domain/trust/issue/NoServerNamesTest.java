package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.path.PathFault;
import dev.muster.domain.trust.path.PathVerdict;
import dev.muster.domain.trust.path.TestPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which names a device's certificate may have below an authority of Muster, by our validation and by the JDK's. */
class NoServerNamesTest {

    private static final TestCertificate.Issued AUTHORITY = TestCertificate.authority("P-256", "Factory", 0)
            .with(
                    Extension.nameConstraints,
                    true,
                    NoServerNames.at(URI.create("https://Muster.Acme-Fleet.museum:8181/api/v1/pki/crl/1")))
            .by(TestPath.ROOT);

    /** RFC 4108 section 5: type and serial number of a hardware module, as 802.1AR has it. */
    private static final GeneralName HARDWARE_MODULE = new GeneralName(
            GeneralName.otherName,
            new OtherName(
                    new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.4"),
                    new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), new DEROctetString(new byte[] {1, 2})
                    })));

    static Stream<GeneralName> ofServers() {
        return Stream.concat(
                Stream.of(
                                "localhost",
                                "LOCALHOST",
                                "muster.acme-fleet.museum",
                                "a.muster.acme-fleet.museum",
                                "muster.example",
                                "a.b.muster.example.com",
                                "*.example.org",
                                "xn--mster-kva.de",
                                "printer.local",
                                "muster.internal",
                                "router.lan",
                                "device.invalid")
                        .map(name -> new GeneralName(GeneralName.dNSName, name)),
                Stream.of("127.0.0.1", "0.0.0.0", "255.255.255.255", "10.1.2.3", "::1", "2001:db8::1")
                        .map(name -> new GeneralName(GeneralName.iPAddress, name)));
    }

    @ParameterizedTest
    @MethodSource("ofServers")
    void noCertificateHasTheNameOfAServer(GeneralName name) throws Exception {
        TestPath path = under(new GeneralNames(name));
        assertThat(path.validate()).isEqualTo(new PathVerdict.Refused(PathFault.NAME_CONSTRAINTS, 0));
        assertThat(isValidForTheJdk(path)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ofServers")
    void norBesideAnotherName(GeneralName name) {
        assertThat(under(new GeneralNames(new GeneralName[] {HARDWARE_MODULE, name}))
                        .validate())
                .isEqualTo(new PathVerdict.Refused(PathFault.NAME_CONSTRAINTS, 0));
    }

    static Stream<Arguments> ofDevices() {
        return Stream.of(
                Arguments.of("module", HARDWARE_MODULE),
                Arguments.of("urn", uri("urn:dev:mac:0024beffff804ff1")),
                Arguments.of("uuid", uri("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6")),
                Arguments.of("page", uri("https://maker.example/tracker/7")),
                Arguments.of("mail", new GeneralName(GeneralName.rfc822Name, "care@maker.example")),
                Arguments.of("directory", new GeneralName(new X500Name("O=Acme,CN=7"))),
                Arguments.of("registered", new GeneralName(GeneralName.registeredID, "1.3.6.1.4.1.99999")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofDevices")
    void otherNamesStayFree(String kind, GeneralName name) throws Exception {
        TestPath path = under(new GeneralNames(name));
        assertThat(path.validate()).isInstanceOf(PathVerdict.Valid.class);
        assertThat(isValidForTheJdk(path)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void soDoSubjects(String subject) throws Exception {
        TestCertificate.Issued device = TestCertificate.leaf().subject(subject).by(AUTHORITY);
        TestPath path = new TestPath(List.of(device.der()), AUTHORITY.der(), TestPath.ROOT.der());
        assertThat(path.validate()).isInstanceOf(PathVerdict.Valid.class);
        assertThat(isValidForTheJdk(path)).isTrue();
    }

    static Stream<String> subjects() {
        return Stream.of("SERIALNUMBER=1", "CN=00-00-5E-00-53-01", "O=Acme,OU=Line 7,CN=v1.2,SERIALNUMBER=A.7");
    }

    private static TestPath under(GeneralNames names) {
        TestCertificate.Issued device = TestCertificate.leaf()
                .with(Extension.subjectAlternativeName, false, names)
                .by(AUTHORITY);
        return new TestPath(List.of(device.der()), AUTHORITY.der(), TestPath.ROOT.der());
    }

    private static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    /** What the JDK's trust managers decide. */
    private static boolean isValidForTheJdk(TestPath path) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = List.of(read(factory, path.chain().get(0)), read(factory, path.issuer()));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(read(factory, path.root()), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(TestCertificate.NOW));
        try {
            CertPathValidator.getInstance("PKIX", "SUN").validate(factory.generateCertPath(chain), parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        }
    }

    private static X509Certificate read(CertificateFactory factory, byte[] der) throws Exception {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
