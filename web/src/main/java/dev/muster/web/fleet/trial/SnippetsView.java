package dev.muster.web.fleet.trial;

import dev.muster.domain.provisioning.Snippet;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.fleet.SnippetService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
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

    @Inject
    private Texts texts;

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
            case JWS -> texts.of("trust.snippetJws");
            case JWS_PYTHON -> texts.of("trust.snippetJwsPython");
            case JWS_MQTT -> texts.of("trust.snippetJwsMqtt");
            case SIGNATURE -> texts.of("trust.snippetSignature");
            case LITERAL -> texts.of("trust.snippetLiteral");
            case CERTIFY -> texts.of("trust.snippetCertify");
            case PROVISION_TLS -> texts.of("trust.snippetProvisionTls");
            case TELEMETRY_TLS -> texts.of("trust.snippetTelemetryTls");
            case TELEMETRY_MQTT -> texts.of("trust.snippetTelemetryMqtt");
        };
    }

    /** What the program does, and what it needs. */
    public String purpose(Snippet snippet) {
        return switch (snippet.kind()) {
            case JWS -> texts.of("trust.snippetJwsPurpose");
            case JWS_PYTHON -> texts.of("trust.snippetJwsPythonPurpose");
            case JWS_MQTT -> texts.of("trust.snippetJwsMqttPurpose");
            case SIGNATURE -> texts.of("trust.snippetSignaturePurpose");
            case LITERAL -> texts.of("trust.snippetLiteralPurpose");
            case CERTIFY -> texts.of("trust.snippetCertifyPurpose");
            case PROVISION_TLS -> texts.of("trust.snippetProvisionTlsPurpose");
            case TELEMETRY_TLS -> texts.of("trust.snippetTelemetryTlsPurpose");
            case TELEMETRY_MQTT -> texts.of("trust.snippetTelemetryMqttPurpose");
        };
    }
}
