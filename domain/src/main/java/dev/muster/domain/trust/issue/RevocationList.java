package dev.muster.domain.trust.issue;

import dev.muster.domain.trust.key.BouncyCastle;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate revocation list (RFC 5280 section 5), for systems that verify certificates without asking Muster.
 * Muster itself asks the database, which is the authority.
 */
final class RevocationList {

    /** How long a copy of the list may be used. */
    private static final Duration VALIDITY = Duration.ofDays(1);

    private RevocationList() {}

    /**
     * @param signingKey EC P-256, of the issuer
     * @param number greater than that of every earlier list of the issuer (section 5.2.3)
     * @return DER
     */
    static byte[] sign(
            X509Certificate issuer,
            PrivateKey signingKey,
            List<RevokedCertificate> revoked,
            BigInteger number,
            Instant now,
            SecureRandom random) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(IssuerFields.name(issuer), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(VALIDITY)));
            list.addExtension(Extension.authorityKeyIdentifier, false, IssuerFields.keyIdentifier(issuer));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            // Bouncy Castle leaves out the reason 0, unspecified, as section 5.3.1 demands
            revoked.forEach(entry -> list.addCRLEntry(
                    entry.serialNumber(),
                    Date.from(entry.revokedAt()),
                    entry.reason().code()));
            return list.build(new JcaContentSignerBuilder(CertificateIssuer.SIGNATURE)
                            .setProvider(BouncyCastle.PROVIDER)
                            .setSecureRandom(random)
                            .build(signingKey))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the issuer's key signs revocation lists", e);
        }
    }
}
