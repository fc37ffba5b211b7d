package dev.muster.web.fleet.trial;

import dev.muster.domain.provisioning.Snippet;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.fleet.SnippetService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Sample programs for the devices of a certificate. */
@Named
@RequestScoped
public class SnippetsView {

    @Inject
    private SnippetService service;

    @Inject
    private CurrentCaller caller;

    private List<Snippet> snippets;

    private ManufacturerCertificate madeFor;

    /** Made again if the page has read the certificate again: it may accept another form of proof now. */
    public List<Snippet> of(ManufacturerCertificate certificate) {
        if (madeFor != certificate) {
            madeFor = certificate;
            snippets = service.list(caller.get(), caller.tenantId(), certificate.id());
        }
        return snippets;
    }

    public boolean isForDeviceCa(ManufacturerCertificate certificate) {
        return certificate.purpose() == CertificatePurpose.DEVICE_CA;
    }

    /** The identifier that the programs contain until the user enters another one. */
    public String example(ManufacturerCertificate certificate) {
        return certificate.manufacturer().identifierScheme().example();
    }

    /** The id of the program's field on the page: {@code snippet-jws-python}. */
    public String id(Snippet snippet) {
        return "snippet-" + snippet.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title(Snippet snippet) {
        return switch (snippet.kind()) {
            case JWS -> "JWS, shell";
            case JWS_PYTHON -> "JWS, Python";
            case SIGNATURE -> "Signature";
            case LITERAL -> "Literal";
            case CERTIFY -> "1. Sign a device certificate";
            case PROVISION_TLS -> "2. Provision over TLS";
            case TELEMETRY_TLS -> "3. Send telemetry";
        };
    }

    /** What the program does, and what it needs. */
    public String purpose(Snippet snippet) {
        return switch (snippet.kind()) {
            case JWS -> "Proves the device with a JWS (RFC 7515), and gets its credentials. Needs openssl and curl.";
            case JWS_PYTHON -> "Does the same with Python 3 and openssl. Save it as provision.py.";
            case SIGNATURE ->
                "Proves the device with a bare signature over a nonce, for firmware without a JOSE library or a clock."
                        + " Needs openssl and curl.";
            case LITERAL ->
                "Proves the device with the encrypted access token. Works once for each identifier. Needs openssl and"
                        + " curl.";
            case CERTIFY ->
                "The factory makes a key for the device and signs its certificate with muster.key. Writes device.key and"
                        + " device-chain.pem. Needs openssl.";
            case PROVISION_TLS -> "The device shows its certificate in TLS, and gets its credentials. Needs curl.";
            case TELEMETRY_TLS ->
                "The device shows the same certificate and sends a value. This also creates the device if it did not"
                        + " provision itself before. Needs curl.";
        };
    }
}
