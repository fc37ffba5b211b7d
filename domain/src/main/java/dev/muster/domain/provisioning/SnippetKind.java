package dev.muster.domain.provisioning;

/** What a sample program shows. Its file name is the name under which the page saves it. */
public enum SnippetKind {
    /** A proof as JWS, for a POSIX shell with openssl and curl. */
    JWS("provision.sh"),
    /** A proof as JWS, for Python 3 with its standard library and openssl. */
    JWS_PYTHON("provision.py"),
    /** A proof as JWS over MQTT, for a POSIX shell with openssl and the mosquitto clients. */
    JWS_MQTT("provision-mqtt.sh"),
    /** A proof in the signature form, with a nonce of the server. */
    SIGNATURE("signature.sh"),
    /** A proof in the literal form. */
    LITERAL("literal.sh"),
    /** The factory makes a key for a device and signs a certificate for it with a DEVICE_CA. */
    CERTIFY("certify.sh"),
    /** The device shows that certificate in TLS and gets credentials. */
    PROVISION_TLS("provision-tls.sh"),
    /** The device shows that certificate in TLS and sends telemetry. */
    TELEMETRY_TLS("telemetry.sh"),
    /** The device shows that certificate over MQTT and sends telemetry. */
    TELEMETRY_MQTT("telemetry-mqtt.sh");

    private final String fileName;

    SnippetKind(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }
}
