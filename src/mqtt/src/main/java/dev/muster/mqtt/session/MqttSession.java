package dev.muster.mqtt.session;

import dev.muster.mqtt.connect.Admission.Identity;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A device that is connected. It ends when its connection ends. */
public final class MqttSession {

    private final Identity identity;
    private final String source;
    private final String version;
    private final Instant since;
    private final IntConsumer end;

    /** Of the credential that was last found to count; null before that. */
    private volatile @Nullable String accessKey;

    /**
     * @param source address that the device connects from
     * @param version such as {@code MQTT 5}
     * @param end ends the connection, with the reason code of a DISCONNECT
     */
    public MqttSession(Identity identity, String source, String version, Instant since, IntConsumer end) {
        this.identity = identity;
        this.accessKey = identity.accessKey();
        this.source = source;
        this.version = version;
        this.since = since;
        this.end = end;
    }

    public Identity identity() {
        return identity;
    }

    public String source() {
        return source;
    }

    public String version() {
        return version;
    }

    public Instant since() {
        return since;
    }

    /** Ends the connection; may be called on any thread. @param reason of MQTT 5.0 section 3.14.2.1 */
    public void end(int reason) {
        end.accept(reason);
    }

    /**
     * Whether the device has the credentials that it had when this was last asked, or when it connected.
     *
     * @param current the access key of the device now
     */
    boolean has(String current) {
        boolean same = current.equals(accessKey);
        accessKey = current;
        return same;
    }
}
