package dev.muster.mqtt.hook;

import dev.muster.domain.mqtt.ConnectForm;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.net.NetworkAddress;
import dev.muster.domain.trust.file.Pem;
import dev.muster.ejb.command.CommandDeliveryService;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceSessionService;
import dev.muster.ejb.shared.DatabaseUnavailable;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.connect.Admissions;
import dev.muster.mqtt.connect.Arrival;
import dev.muster.mqtt.connect.Refusals;
import dev.muster.mqtt.connect.RefusedException;
import dev.muster.mqtt.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Decides what a broker outside asks, by the same services as for Muster's own broker. They open transactions, so call it
 * on a managed thread.
 */
@ApplicationScoped
public class HookDesk {

    private static final System.Logger LOG = System.getLogger(HookDesk.class.getName());

    /** The clientId of a device. */
    private static final Pattern CLIENT_ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The topic of a certificate has the clientId of its device, which stays the same if the certificate is replaced. */
    private static final Duration CERTIFICATE_COUNTS = Duration.ofHours(1);

    @Inject
    private Admissions admissions;

    @Inject
    private Refusals refusals;

    @Inject
    private DeviceSessionService sessions;

    @Inject
    private CommandDeliveryService commands;

    /**
     * Whether a device may connect.
     *
     * @param broker address that the question comes from; it counts as the device's if the broker does not say that
     * @throws MalformedRequestException if the certificate cannot be read
     */
    HookAnswer authenticate(HookQuestion question, String broker) throws MalformedRequestException {
        String source = question.field("peerhost", "ip")
                .filter(text -> NetworkAddress.parse(text).isPresent())
                .orElse(broker);
        String username = question.field("username").orElse(null);
        if (username != null && username.startsWith(ConnectForm.PROVISION)) {
            return denied(refusals.of(firstProof(), source).problem());
        }
        List<X509Certificate> chain = certificate(question);
        byte[] password = question.field("password")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
        try {
            Admission device = admissions.admit(new Arrival(
                    question.field("clientid", "client_id").orElse(""), username, password, der(chain), source));
            return isOfAnother(question, device.identity())
                    ? denied(refusals.of(Admissions.notOfDevice(), source).problem())
                    : new HookAnswer.Connected(
                            device.identity(), until(device.identity().at(), username, chain));
        } catch (RefusedException refused) {
            return denied(refused.refusal().problem());
        }
    }

    /**
     * Whether the client id is that of another device: the broker would give the session of that device, with its commands.
     * With a certificate the id is free otherwise, because a new device does not know its own yet.
     */
    private static boolean isOfAnother(HookQuestion question, Admission.Identity device) {
        String id = question.field("clientid", "client_id").orElse("");
        return CLIENT_ID.matcher(id).matches()
                && !id.equalsIgnoreCase(device.deviceId().toString());
    }

    /** The answer to a proof is a secret, and its topic is the same for all clients of a broker outside. */
    private static ProblemException firstProof() {
        return new ProblemException(
                ProblemCode.PROOF_FORM_DISABLED,
                "A device cannot prove itself over this broker; use HTTPS, or connect with a certificate.");
    }

    private static HookAnswer denied(Problem problem) {
        return new HookAnswer.Denied(problem.code().code());
    }

    private static List<X509Certificate> certificate(HookQuestion question) throws MalformedRequestException {
        try {
            return question.field("cert_pem").map(Pem::certificates).orElse(List.of()).stream()
                    .limit(1)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("The member cert_pem is not PEM of certificates.");
        }
    }

    private static List<byte[]> der(List<X509Certificate> chain) throws MalformedRequestException {
        try {
            return chain.isEmpty() ? List.of() : List.of(chain.getFirst().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new MalformedRequestException("The member cert_pem is not PEM of certificates.");
        }
    }

    /** The broker is to ask again after a day; with a certificate after an hour, or when it has expired. */
    private static Instant until(Instant now, String username, List<X509Certificate> chain) {
        Instant day = now.plus(MqttLimits.MAX_SESSION_EXPIRY);
        if (username != null || chain.isEmpty()) {
            return day;
        }
        Instant hour = now.plus(CERTIFICATE_COUNTS);
        Instant expiry = chain.getFirst().getNotAfter().toInstant();
        return expiry.isBefore(hour) ? expiry : hour;
    }

    /** Whether a device that is connected may do this. */
    HookAnswer authorize(HookQuestion question) {
        String key = question.field("key", "username").orElse("");
        try {
            UUID device = sessions.open(DeviceLogin.vouched(key)).id();
            boolean isOwn = question.form() == HookQuestion.Form.JSON
                    ? TopicPermission.isAllowed(question, key)
                    : RabbitPermission.isAllowed(question, key, device);
            if (isOwn && TopicPermission.isForCommands(question)) {
                expectCommands(device);
            }
            return isOwn ? new HookAnswer.Allowed() : new HookAnswer.Denied(ProblemCode.FORBIDDEN.code());
        } catch (RuntimeException refused) {
            Problem problem = Problem.of(refused);
            if (problem.code() == ProblemCode.INTERNAL_ERROR) {
                HookListener.unexpected(refused);
            }
            return denied(problem);
        }
    }

    /** Only makes commands come sooner, so the device may subscribe even if this fails. */
    private void expectCommands(UUID device) {
        try {
            commands.expect(device);
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Commands of a device are sent a minute later", e);
        }
    }
}
