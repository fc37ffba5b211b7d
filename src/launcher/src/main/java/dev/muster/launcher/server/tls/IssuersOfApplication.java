package dev.muster.launcher.server.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Asks the application. Neither side sees the classes of the other: both know only the interface, which is one of the
 * JDK, and the name.
 */
final class IssuersOfApplication implements Issuers {

    /**
     * From the DER of a device's certificate to the DER of its issuer's
     * (dev.muster.ejb.provisioning.credential.DeviceIssuers).
     */
    static final String NAME = "java:global/muster/muster-ejb/DeviceIssuers";

    @Override
    public Optional<X509Certificate> of(X509Certificate device) throws CertificateRefusal {
        try {
            List<byte[]> found = new ArrayList<>();
            application().accept(device.getEncoded(), found::add);
            return found.isEmpty() ? Optional.empty() : Optional.of(certificate(found.getFirst()));
        } catch (NamingException | CertificateException e) {
            throw new CertificateRefusal(Alert.INTERNAL_ERROR, "the application does not answer", e);
        }
    }

    @SuppressWarnings("unchecked") // the application's side of the agreement
    private static BiConsumer<byte[], Consumer<byte[]>> application() throws NamingException {
        return (BiConsumer<byte[], Consumer<byte[]>>) new InitialContext().lookup(NAME);
    }

    private static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
