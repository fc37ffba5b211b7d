package dev.muster.launcher.server.tls;

import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;

/** A fatal alert that ends a handshake (RFC 8446 section 6.2). */
public enum Alert {
    UNEXPECTED_MESSAGE(10),
    BAD_RECORD_MAC(20),
    RECORD_OVERFLOW(22),
    HANDSHAKE_FAILURE(40),
    BAD_CERTIFICATE(42),
    UNSUPPORTED_CERTIFICATE(43),
    CERTIFICATE_EXPIRED(45),
    CERTIFICATE_UNKNOWN(46),
    ILLEGAL_PARAMETER(47),
    UNKNOWN_CA(48),
    DECODE_ERROR(50),
    DECRYPT_ERROR(51),
    PROTOCOL_VERSION(70),
    INSUFFICIENT_SECURITY(71),
    INTERNAL_ERROR(80),
    INAPPROPRIATE_FALLBACK(86),
    MISSING_EXTENSION(109),
    UNRECOGNIZED_NAME(112),
    CERTIFICATE_REQUIRED(116),
    NO_APPLICATION_PROTOCOL(120);

    private static final Pattern RECEIVED = Pattern.compile("^Received fatal alert: ([a-z_]+)");

    private static final int FATAL = 2;
    private static final int RECORD_OF_ALERT = 21;
    private static final int CLEAR_LENGTH = 7;
    private static final int DEEPEST = 10;
    private static final int FIRST_RECORD_TYPE = 20;
    private static final int LAST_RECORD_TYPE = 23;
    private static final int MAJOR_VERSION = 3;

    private final int code;

    Alert(int code) {
        this.code = code;
    }

    /**
     * The alert for octets that are not a record of TLS, or not a first record: another version, or another protocol.
     */
    public static Alert ofRecord(byte[] start) {
        boolean isRecord = start.length > 1 && start[0] >= FIRST_RECORD_TYPE && start[0] <= LAST_RECORD_TYPE;
        boolean isSsl2 = start.length > 0 && start[0] < 0;
        return isSsl2 || isRecord && start[1] != MAJOR_VERSION ? PROTOCOL_VERSION : UNEXPECTED_MESSAGE;
    }

    /** Whether the engine reports a fault of the server. It also does so for records that it cannot read. */
    public static boolean isInternalError(byte[] record) {
        return inClear(record).filter(INTERNAL_ERROR::equals).isPresent();
    }

    /** The name in the RFC. */
    String description() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The alert as an unencrypted record, for a peer with which no version is agreed (RFC 8446 section 5.1). */
    public byte[] toRecord() {
        return new byte[] {RECORD_OF_ALERT, MAJOR_VERSION, 3, 0, 2, FATAL, (byte) code};
    }

    /**
     * The name of a refusal in the log.
     *
     * @param sent the record with our alert; encrypted if a key was agreed
     */
    public static String describe(byte[] sent, Exception failure) {
        Matcher received = RECEIVED.matcher(String.valueOf(failure.getMessage()));
        if (received.find()) {
            return "client says " + received.group(1);
        }
        return ofCertificate(failure)
                .or(() -> inClear(sent))
                .map(Alert::description)
                .orElse("other");
    }

    /** The alert for a certificate that {@link DeviceTrust} refused. */
    public static Optional<Alert> ofCertificate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(CertificateRefusal.class::isInstance)
                .map(refusal -> ((CertificateRefusal) refusal).alert())
                .findFirst();
    }

    private static Optional<Alert> inClear(byte[] record) {
        return record.length == CLEAR_LENGTH && record[0] == RECORD_OF_ALERT
                ? Arrays.stream(values())
                        .filter(alert -> alert.code == record[CLEAR_LENGTH - 1])
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Ends the handshake with this alert.
     *
     * @param engine the JDK's
     * @return the exception for the trust manager to throw if this JDK does not let us choose. The alert is
     *     certificate_unknown then
     */
    CertificateException refuse(SSLEngine engine, Exception cause) {
        EngineAlerts.raise(engine, name(), cause);
        return new CertificateException(description(), cause);
    }
}
