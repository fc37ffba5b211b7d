package dev.muster.domain.trust.path;

import dev.muster.domain.trust.TestCertificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** Extensions that a test gives to a certificate. */
final class TestExtensions {

    private TestExtensions() {}

    static TestCertificate policy(TestCertificate certificate, ASN1ObjectIdentifier policy) {
        return certificate.with(
                Extension.certificatePolicies, false, new CertificatePolicies(new PolicyInformation(policy)));
    }

    static NameConstraints permitted(GeneralSubtree... subtrees) {
        return new NameConstraints(subtrees, null);
    }

    static NameConstraints excluded(GeneralSubtree... subtrees) {
        return new NameConstraints(null, subtrees);
    }

    static GeneralSubtree subtree(GeneralName name) {
        return new GeneralSubtree(name);
    }

    static TestCertificate alternative(TestCertificate certificate, int kind, String name) {
        return certificate.with(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, name)));
    }
}
