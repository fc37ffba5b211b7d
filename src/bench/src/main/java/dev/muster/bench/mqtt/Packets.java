package dev.muster.bench.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Packets of MQTT 3.1.1, in octets. */
final class Packets {

    private static final int CONNECT = 0x10;

    /** User name, password, clean session. */
    private static final int FLAGS = 0b1100_0010;

    private Packets() {}

    /** A CONNECT with an empty client id. */
    static byte[] connect(String user, String password, int keepAliveSeconds) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(FLAGS);
        out.writeShort(keepAliveSeconds);
        out.writeUTF("");
        out.writeUTF(user);
        out.writeUTF(password);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(CONNECT);
        writeLength(packet, body.size());
        body.writeTo(packet);
        return packet.toByteArray();
    }

    /** The remaining length (MQTT 3.1.1 section 2.2.3). */
    static void writeLength(OutputStream output, int length) throws IOException {
        int rest = length;
        do {
            int digit = rest & 127;
            rest >>= 7;
            output.write(rest > 0 ? digit | 128 : digit);
        } while (rest > 0);
    }
}
