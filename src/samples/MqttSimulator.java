import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * The devices of {@link Simulator} over MQTT 3.1.1, with the client of Eclipse Paho. Simulator.java starts it; it is a file of its
 * own because it needs this library.
 */
class MqttSimulator implements Simulator.Protocol {

    private SSLContext tls;
    private String host;
    private int port;

    /** Connects with TLS alone: a CONNECT would need credentials. */
    @Override
    public void requireServer(Simulator.Options options) {
        host = URI.create(options.url()).getHost();
        port = options.number("mqtt-port");
        Simulator.ServerRoot root = new Simulator.ServerRoot(options.root());
        try {
            tls = root.tls();
            handshake();
        } catch (IOException e) {
            throw unusable(root, new Simulator.Failure(e).sentence());
        } catch (GeneralSecurityException e) {
            throw unusable(root, e.getMessage());
        }
    }

    private void handshake() throws IOException {
        try (Socket tcp = new Socket(host, port);
                SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(tcp, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name of the server, as in RFC 9110 section 4.3.4
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(Line.PATIENCE_MILLIS);
            socket.startHandshake();
        }
    }

    private Simulator.UnusableServer unusable(Simulator.ServerRoot root, String cause) {
        return new Simulator.UnusableServer(
                "mqtts://" + host + ":" + port + " cannot be used with the root file " + root.file() + ": " + cause);
    }

    @Override
    public Simulator.Device device(Simulator simulator, String identifier) {
        return new MqttDevice(simulator, identifier, this);
    }

    private Line connect(String user, String password) throws MqttException {
        return new Line("ssl://" + host + ":" + port, tls, user, password);
    }

    /**
     * A device that proves itself, gets its credentials and sends telemetry, all on one connection. It holds its thread until it
     * is done. If the connection breaks, the device connects again with its credentials.
     */
    static final class MqttDevice extends Simulator.Device {

        private static final String TOO_BUSY = "CONNACK 3";

        private final MqttSimulator server;

        /** User name and password; empty until the device has credentials. */
        private Optional<String[]> login = Optional.empty();

        MqttDevice(Simulator simulator, String identifier, MqttSimulator server) {
            super(simulator, identifier);
            this.server = server;
        }

        @Override
        void step() throws IOException, InterruptedException, GeneralSecurityException {
            try (Line line = connect()) {
                if (login.isEmpty() && !readCredentials(line)) {
                    return;
                }
                sendAll(line);
            } catch (MqttException e) {
                handle(e);
            }
        }

        private Line connect() throws MqttException, GeneralSecurityException {
            return login.isPresent()
                    ? server.connect(login.get()[0], login.get()[1])
                    : server.connect("provision/" + options.accessKey(), simulator.prover.proofOf(identifier));
        }

        /** @return false if the answer has no credentials; then the next step is scheduled */
        private boolean readCredentials(Line line) throws MqttException, IOException, InterruptedException {
            String answer = line.answer();
            String id = Simulator.Answer.textOf(answer, "deviceId");
            if (id.isEmpty()) {
                tryAgain(Simulator.Answer.textOf(answer, "code"));
                return false;
            }
            login = Optional.of(new String[] {
                Simulator.Answer.textOf(answer, "accessKey"), Simulator.Answer.textOf(answer, "accessToken")
            });
            simulator.tally.provisioned(id);
            return true;
        }

        private void sendAll(Line line) throws MqttException, InterruptedException {
            while (hasMoreMessages()) {
                line.send(message());
                Thread.sleep(accepted());
            }
            line.close();
            String refusal = line.refusals().poll();
            if (refusal == null) {
                done();
            } else {
                fail(refusal);
            }
        }

        /** MQTT 3.1.1 says only a number, in the CONNACK; with MQTT 5 a device gets the problem code, too. */
        private void handle(MqttException e) throws IOException {
            switch (e.getReasonCode()) {
                case MqttException.REASON_CODE_BROKER_UNAVAILABLE -> tryAgain(TOO_BUSY);
                case MqttException.REASON_CODE_FAILED_AUTHENTICATION, MqttException.REASON_CODE_NOT_AUTHORIZED ->
                    refused("CONNACK " + e.getReasonCode());
                default -> throw unreachable(e);
            }
        }

        /** Credentials that were replaced meanwhile: a new proof gives new ones if the policy allows it. */
        private void refused(String code) {
            if (login.isPresent()) {
                login = Optional.empty();
                tryAgain(code);
            } else {
                fail(code);
            }
        }

        private IOException unreachable(MqttException e) {
            IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e);
            Simulator.Failure failure = new Simulator.Failure(cause);
            if (failure.isDistrust()) {
                throw server.unusable(new Simulator.ServerRoot(options.root()), failure.sentence());
            }
            return cause;
        }
    }

    /** A connection that has a session. */
    static final class Line implements AutoCloseable {

        static final int PATIENCE_MILLIS = 30_000;

        private final MqttClient client;
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();

        /** @throws MqttException with the return code of the CONNACK if the server refuses */
        Line(String server, SSLContext tls, String user, String password) throws MqttException {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
            options.setSocketFactory(tls.getSocketFactory());
            options.setUserName(user);
            options.setPassword(password.toCharArray());
            client = new MqttClient(server, "", new MemoryPersistence());
            client.setTimeToWait(PATIENCE_MILLIS);
            try {
                client.connect(options);
                client.subscribe("e", 1, (topic, message) -> refusals.add(
                        Simulator.Answer.textOf(text(message.getPayload()), "code")));
            } catch (MqttException e) {
                client.close(true);
                throw e;
            }
        }

        /** The answer to the first proof. It waits for this subscription. */
        String answer() throws MqttException, IOException, InterruptedException {
            client.subscribe("provision/response", 1, (topic, message) -> answers.add(text(message.getPayload())));
            String answer = answers.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new IOException("no answer to the proof");
            }
            return answer;
        }

        /** Returns after the PUBACK: the server has the message. */
        void send(String json) throws MqttException {
            client.publish("t", json.getBytes(StandardCharsets.UTF_8), 1, false);
        }

        /** Problem codes of messages that the server acknowledged and did not keep: a PUBACK of MQTT 3.1.1 cannot say so. */
        BlockingQueue<String> refusals() {
            return refusals;
        }

        /** Disconnects, after all that came has been read. What was not acknowledged yet is sent again on another connection. */
        @Override
        public void close() {
            try {
                client.disconnect();
            } catch (MqttException alreadyGone) {
                // there is nothing to disconnect
            }
            try {
                client.close(true);
            } catch (MqttException alreadyClosed) {
                // there is nothing to close
            }
        }

        private static String text(byte[] payload) {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }
}
