package dev.muster.hivemq;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.client.parameter.ClientInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks Muster whether a device may connect, and what it may publish and subscribe. Muster's own client may do everything. */
final class MusterHook implements ExtensionMain, SimpleAuthenticator, PublishAuthorizer, SubscriptionAuthorizer {

    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    private static final Pattern PUBLISH =
            Pattern.compile("\"permission\":\"allow\",\"action\":\"publish\",\"topic\":\"eq ([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI hook;
    private final String username;
    private final String password;

    /** Muster's own client ids. */
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    /** What Muster calls the devices, by client id. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** The topics that devices may publish, by client id. */
    private final Map<String, Set<String>> publishes = new ConcurrentHashMap<>();

    MusterHook(URI hook, String username, String password) {
        this.hook = hook;
        this.username = username;
        this.password = password;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.securityRegistry().setAuthenticatorProvider(any -> this);
        Services.securityRegistry().setAuthorizerProvider(any -> this);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        String id = input.getClientInformation().getClientId();
        String name = input.getConnectPacket().getUserName().orElse("");
        String secret =
                input.getConnectPacket().getPassword().map(MusterHook::text).orElse("");
        if (name.equals(username) && secret.equals(password)) {
            own.add(id);
            output.getDefaultPermissions().setDefaultBehaviour(DefaultAuthorizationBehaviour.ALLOW);
            output.authenticateSuccessfully();
            return;
        }
        own.remove(id);
        String answer = ask("authenticate", question(input, name, secret));
        Optional<String> key =
                KEY.matcher(answer).results().map(found -> found.group(1)).findFirst();
        if (isAllowed(answer) && key.isPresent()) {
            keys.put(id, key.get());
            publishes.put(
                    id,
                    PUBLISH.matcher(answer)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet()));
            output.authenticateSuccessfully();
        } else {
            output.failAuthentication();
        }
    }

    private static Map<String, String> question(SimpleAuthInput input, String name, String secret) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("username", name);
        question.put("password", secret);
        question.put("clientid", input.getClientInformation().getClientId());
        question.put(
                "peerhost",
                input.getConnectionInformation()
                        .getInetAddress()
                        .map(address -> address.getHostAddress())
                        .orElse(""));
        input.getConnectionInformation()
                .getClientTlsInformation()
                .flatMap(tls -> tls.getClientCertificate())
                .ifPresent(certificate -> question.put("cert_pem", pem(certificate)));
        return question;
    }

    /** The rules came with the answer to the CONNECT: a message is not refused because Muster's database is away. */
    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        Set<String> topics = publishes.get(input.getClientInformation().getClientId());
        if (isOwn(input.getClientInformation())
                || topics != null && topics.contains(input.getPublishPacket().getTopic())) {
            output.authorizeSuccessfully();
        } else {
            output.failAuthorization();
        }
    }

    @Override
    public void authorizeSubscribe(SubscriptionAuthorizerInput input, SubscriptionAuthorizerOutput output) {
        String key = keys.get(input.getClientInformation().getClientId());
        if (isOwn(input.getClientInformation())
                || key != null && may(key, input.getSubscription().getTopicFilter(), "subscribe")) {
            output.authorizeSuccessfully();
        } else {
            output.failAuthorization();
        }
    }

    /** A client that is in no list connected before this extension was loaded: it may do nothing until it connects again. */
    private boolean isOwn(ClientInformation client) {
        return own.contains(client.getClientId());
    }

    private boolean may(String key, String topic, String action) {
        return isAllowed(ask("authorize", Map.of("key", key, "topic", topic, "action", action)));
    }

    private static boolean isAllowed(String answer) {
        return answer.contains("\"result\":\"allow\"");
    }

    private String ask(String path, Map<String, String> question) {
        String body = question.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        HttpRequest request = HttpRequest.newBuilder(hook.resolve("/internal/mqtt/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            System.out.println("Muster does not answer: " + e);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String quoted(String text) {
        Matcher special = Pattern.compile("[\"\\\\\\x00-\\x1f]").matcher(text);
        return '"'
                + special.replaceAll(
                        found -> "\\\\u%04x".formatted((int) found.group().charAt(0)))
                + '"';
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
