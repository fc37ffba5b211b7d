package dev.muster.ejb.provisioning.answer;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.transparency.Inclusion;
import dev.muster.domain.transparency.LoggedLeaf;
import dev.muster.ejb.transparency.Sequencer;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes the answer to a proof: the same JSON over HTTP and over MQTT. */
@ApplicationScoped
public class ProvisionAnswer {

    /** After this time the device gets its answer without the proof: the act is recorded all the same. */
    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(2);

    /** Injected by {@code @EJB}, because CDI's reference to an enterprise bean costs an exception at each call. */
    @EJB
    @SuppressWarnings("NullAway.Init")
    private Sequencer sequencer;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    /** The address of the device listener; absent if there is no device listener. */
    @Inject
    @ConfigProperty(name = "muster.device-url")
    private Optional<String> deviceUrl;

    /** The JSON of the 201 or 200. */
    public JsonObject of(ProvisioningOutcome.Provisioned device) {
        JsonObjectBuilder answer = OwnJson.object()
                .add("deviceId", device.deviceId().toString())
                .add("organizationId", device.organizationId().toString())
                .add("uniqueIdentifier", device.uniqueIdentifier());
        if (device.deviceName() != null) {
            answer.add("deviceName", device.deviceName());
        }
        if (device.deviceType() != null) {
            answer.add("deviceType", device.deviceType());
        }
        answer.add("credentials", credentials(device.credentials()))
                .add("telemetry", OwnJson.object().add("url", url(device.credentials()) + "/api/v1/telemetry"))
                .add("serverTime", clock.instant().getEpochSecond());
        receipt(device.leaf()).ifPresent(receipt -> answer.add("log", receipt));
        return answer.build();
    }

    /** The JSON of the 202. */
    public JsonObject of(ProvisioningOutcome.ApprovalPending pending) {
        return OwnJson.object()
                .add("code", "approval-pending")
                .add(
                        "detail",
                        "The device keeps its credentials until its organization has decided; then come back with a new"
                                + " proof.")
                .add("instance", "urn:uuid:" + pending.attemptId())
                .add("retryable", true)
                .add("serverTime", clock.instant().getEpochSecond())
                .build();
    }

    private static JsonObject credentials(ProvisioningOutcome.Granted granted) {
        JsonObjectBuilder members = OwnJson.object().add("clientId", granted.clientId());
        return switch (granted) {
            case ProvisioningOutcome.Credentials(var id, var key, var token) ->
                members.add("accessKey", key).add("accessToken", token).build();
            case ProvisioningOutcome.CertificateChain(var id, var chain) ->
                members.add("certificateChain", OwnJson.array(chain)).build();
        };
    }

    /** The public address for a token, the device listener for a certificate. */
    private String url(ProvisioningOutcome.Granted granted) {
        String url = granted instanceof ProvisioningOutcome.CertificateChain ? deviceUrl.orElse(publicUrl) : publicUrl;
        return url.replaceAll("/+$", "");
    }

    private Optional<JsonObject> receipt(@Nullable LoggedLeaf leaf) {
        return leaf == null
                ? Optional.empty()
                : sequencer.await(leaf.id(), RECEIPT_PATIENCE).map(inclusion -> receipt(inclusion, leaf));
    }

    private static JsonObject receipt(Inclusion inclusion, LoggedLeaf leaf) {
        Base64.Encoder base64 = Base64.getEncoder();
        return OwnJson.object()
                .add("index", inclusion.index())
                .add("size", inclusion.size())
                .add(
                        "hashes",
                        OwnJson.array(inclusion.hashes().stream()
                                .map(base64::encodeToString)
                                .toList()))
                .add("checkpoint", inclusion.checkpoint())
                .add("salt", base64.encodeToString(leaf.salt()))
                .add("leaf", leaf.content())
                .build();
    }
}
