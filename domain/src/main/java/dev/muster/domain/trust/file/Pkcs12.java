package dev.muster.domain.trust.file;

import dev.muster.domain.trust.key.BouncyCastle;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Writes a private key with its certificate and the chain into one file under a passphrase (PKCS#12, RFC 7292):
 * AES-256-CBC by PBES2 with HMAC-SHA256 (RFC 8018 section 6.2), and a MAC with SHA-256. OpenSSL 3, Java and today's key
 * stores read such a file without options. The server keeps nothing of it.
 */
public final class Pkcs12 {

    /** The same for the MAC as for the ciphers, because an attacker guesses at the cheaper of the two. */
    private static final int ITERATIONS = 600_000;

    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private final Passphrase passphrase;
    private final SecureRandom random;

    public Pkcs12(Passphrase passphrase, SecureRandom random) {
        this.passphrase = passphrase;
        this.random = random;
    }

    /**
     * @param privateKey PKCS#8, PEM
     * @param certificate PEM; names the entry by its common name
     * @param chain the issuers, PEM, one after another; may be empty
     * @return DER
     * @throws IllegalArgumentException if one of the three is not of its kind; the message does not repeat it
     */
    public byte[] of(String privateKey, String certificate, String chain) {
        PrivateKeyInfo key = Pem.privateKey(privateKey);
        X509CertificateHolder own = holder(Pem.certificate(certificate));
        List<X509CertificateHolder> issuers =
                Pem.certificates(chain).stream().map(Pkcs12::holder).toList();
        try {
            return build(key, own, issuers);
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new IllegalStateException("Bouncy Castle makes a PKCS#12 file", e);
        }
    }

    private byte[] build(PrivateKeyInfo key, X509CertificateHolder own, List<X509CertificateHolder> issuers)
            throws IOException, OperatorCreationException, PKCSException {
        List<PKCS12SafeBag> certificates = new ArrayList<>();
        certificates.add(named(new PKCS12SafeBagBuilder(own), own));
        for (X509CertificateHolder issuer : issuers) {
            certificates.add(new PKCS12SafeBagBuilder(issuer).build());
        }
        return new PKCS12PfxPduBuilder()
                .addData(named(new PKCS12SafeBagBuilder(key, encryptor()), own))
                .addEncryptedData(encryptor(), certificates.toArray(PKCS12SafeBag[]::new))
                .build(
                        new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                .setProvider(BouncyCastle.PROVIDER)
                                .setIterationCount(ITERATIONS),
                        passphrase.characters())
                .getEncoded(ASN1Encoding.DER);
    }

    /** The key and its certificate have the same name and id, which says that they belong together. */
    private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, X509CertificateHolder own) {
        byte[] id = SubjectKeyIdentifier.fromExtensions(own.getExtensions()).getKeyIdentifier();
        return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(commonName(own)))
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(id))
                .build();
    }

    private static String commonName(X509CertificateHolder certificate) {
        RDN name = certificate.getSubject().getRDNs(BCStyle.CN)[0];
        return ((ASN1String) name.getFirst().getValue()).getString();
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate has an encoding", e);
        }
    }

    private OutputEncryptor encryptor() throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(BouncyCastle.PROVIDER)
                .setRandom(random)
                .setPRF(HMAC_SHA256)
                .setIterationCount(ITERATIONS)
                .build(passphrase.characters());
    }
}
