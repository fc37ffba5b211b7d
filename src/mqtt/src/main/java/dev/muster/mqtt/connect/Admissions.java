package dev.muster.mqtt.connect;

import dev.muster.domain.mqtt.ConnectForm;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RateLimit;
import dev.muster.domain.shared.net.SourceName;
import dev.muster.domain.trust.file.Pem;
import dev.muster.ejb.device.AuthenticatedDevice;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceSessionService;
import dev.muster.ejb.provisioning.ProvisioningService;
import dev.muster.ejb.provisioning.answer.ProvisionAnswer;
import dev.muster.ejb.shared.event.EventOrigin;
import dev.muster.mqtt.connect.Admission.Identity;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides whether a device may connect. The services that it asks open transactions, so call it on a managed thread. */
@ApplicationScoped
public class Admissions {

    /** Each takes about 150 bytes. */
    private static final int REMEMBERED_SOURCES = 100_000;

    @Inject
    private DeviceSessionService sessions;

    @Inject
    private ProvisioningService provisioning;

    @Inject
    private ProvisionAnswer answer;

    @Inject
    private Refusals refusals;

    @Inject
    @ConfigProperty(name = "muster.rate.source-per-minute", defaultValue = "120000")
    private int perMinute;

    private RateLimit<String> sources;

    @PostConstruct
    void begin() {
        sources = new RateLimit<>(perMinute, REMEMBERED_SOURCES);
    }

    /** @throws RefusedException if the device may not connect, for whatever reason */
    public Admission admit(Arrival arrival) {
        EventOrigin.of("mqtt", arrival.source(), "CONNECT", "/").begin();
        try {
            return decide(arrival);
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException thrown) {
            throw new RefusedException(refusals.of(thrown, arrival.source()));
        } finally {
            EventOrigin.end();
        }
    }

    private Admission decide(Arrival arrival) {
        if (!sources.admits(SourceName.of(arrival.source()), System.nanoTime())) {
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED, "Too many connections come from this address; try again later.");
        }
        boolean hasCertificate = !arrival.chain().isEmpty();
        return switch (ConnectForm.read(arrival.userName(), arrival.password(), hasCertificate)) {
            case ConnectForm.Credentials(var key, var token) ->
                byToken(new DeviceLogin.Token(key, token), arrival.clientId());
            case ConnectForm.Certificate any ->
                byCertificate(new DeviceLogin.Certificate(arrival.chain(), arrival.source()));
            case ConnectForm.FirstProof proof -> byProof(proof, arrival.source());
        };
    }

    private Admission byToken(DeviceLogin.Token login, String clientId) {
        AuthenticatedDevice device = sessions.open(login);
        if (!clientId.isEmpty() && !clientId.equals(device.id().toString())) {
            throw notOfDevice();
        }
        return new Admission(new Identity(device.id(), login.accessKey(), login.accessKey(), login, device.at()), null);
    }

    /** The client id that a device has sent is not its own. */
    public static ProblemException notOfDevice() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED,
                "The client id is not that of the device; send the clientId of the device, or an empty client id.");
    }

    private Admission byCertificate(DeviceLogin.Certificate login) {
        AuthenticatedDevice device = sessions.open(login);
        return new Admission(
                new Identity(device.id(), device.id().toString(), device.accessKey(), login, device.at()), null);
    }

    private Admission byProof(ConnectForm.FirstProof proof, String source) {
        ProvisioningOutcome outcome =
                provisioning.provision(proof.certificateAccessKey(), ProofBody.of(proof.proof()), source);
        return switch (outcome) {
            case ProvisioningOutcome.Provisioned device ->
                new Admission(
                        identity(device, source, sessions.now()),
                        answer.of(device).toString());
            case ProvisioningOutcome.ApprovalPending pending ->
                new Admission(null, answer.of(pending).toString());
            case ProvisioningOutcome.Refused refused ->
                throw new RefusedException(refusals.of(refused, proof.certificateAccessKey()));
        };
    }

    private static Identity identity(ProvisioningOutcome.Provisioned device, String source, Instant at) {
        return switch (device.credentials()) {
            case ProvisioningOutcome.Credentials(var id, var key, var token) ->
                new Identity(device.deviceId(), key, key, new DeviceLogin.Token(key, token), at);
            case ProvisioningOutcome.CertificateChain(var id, var chain) ->
                new Identity(
                        device.deviceId(),
                        device.deviceId().toString(),
                        null,
                        new DeviceLogin.Certificate(List.of(der(chain.getFirst())), source),
                        at);
        };
    }

    private static byte[] der(String pem) {
        try {
            X509Certificate own = Pem.certificates(pem).getFirst();
            return own.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that Muster has made has a DER", e);
        }
    }
}
