package dev.muster.it;

import dev.muster.testkit.MqttPacket;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Broken packets of every type: what breaks a rule of MQTT, and random changes of good packets. A seed repeats them. */
final class HostilePackets {

    private static final int[] VERSIONS = {MqttPacket.V31, MqttPacket.V311, MqttPacket.V5};

    /**
     * Each breaks one rule: a length of five digits, of 256 MiB, longer and shorter than the packet; reserved types and flags;
     * QoS 3; packet id 0; no text but bytes that are no UTF-8, a surrogate and NUL; a property twice, an unknown one, and properties
     * longer than the packet; a wildcard in a name; no filter; AUTH; what only a server sends.
     */
    private static final List<String> BROKEN = List.of(
            "30ffffffff01",
            "30ffffff7f00017400",
            "82ffffff7f0001",
            "300a00017400",
            "3203000174",
            "0000",
            "f000",
            "f00218 00",
            "c100",
            "c801",
            "c00100",
            "d000",
            "2000",
            "20020000",
            "90030001 00",
            "b0020001",
            "3606000174000100 78",
            "3206000174000000 78",
            "8000",
            "8200",
            "82020001",
            "8205000000017400",
            "8206000100017403",
            "820600010001740f",
            "820700010000017443",
            "a000",
            "a2020001",
            "a203000100",
            "a205000000 0174",
            "3006 0002 c328 00 78",
            "3007 0003 eda080 00 78",
            "3006 0002 7400 00 78",
            "3005 0001 23 00 78",
            "3006 0002 742b 00 78",
            "3004 0000 00 78",
            "3007 0000 03 230001 78",
            "300a 0000 06 230001230001 78",
            "3006 0001 74 02 7f 00",
            "3006 0001 74 ff ff 7f",
            "320900017400010fffffff7f",
            "32050040740001",
            "4000",
            "40020000",
            "4004000100ff",
            "400600010000c000",
            "5000",
            "6000",
            "62020000",
            "7000",
            "7203000100",
            "e0010e",
            "e00300 05 11",
            "e00700051100000001",
            "e100",
            "e0ff7f");

    private static final List<String> BROKEN_CONNECTS = List.of(
            "100c00044d51545406020 03c0000".replace(" ", ""),
            "100c00044d51545404030 03c0000".replace(" ", ""),
            "100c00044d51545504020 03c0000".replace(" ", ""),
            "100c00046d71747404020 03c0000".replace(" ", ""),
            "100e00064d51497364700302003c0000",
            "100d00044d51545405020 03cff0000".replace(" ", ""),
            "101300044d51545405020 03c06210001210001 0000".replace(" ", ""),
            "101000044d51545405020 03c0321 0000 0000".replace(" ", ""),
            "100f00044d51545405c2003c0000000000c0",
            "100a00044d51545404c2003c",
            "10ffffff7f00044d515454",
            "10ff7f00044d515454",
            "1000",
            "1100",
            "1f0c00044d5154540402003c0000",
            "100e00044d5154540402003c0002c328",
            "100e00044d5154540402003c00020041",
            "100f00044d5154540482003c0000000100",
            "101000044d5154540442003c000000027070",
            "1010 00044d515454041e003c0000 0001 74".replace(" ", ""),
            "101200044d515454043e003c0000000174 0000".replace(" ", ""),
            "160301020001000001fc0303",
            "474554202f20485454502f312e310d0a486f73743a20780d0a0d0a",
            "474554202f6d71747420485454502f312e310d0a557067726164653a20776562736f636b65740d0a0d0a");

    private final Random random;

    HostilePackets(long seed) {
        this.random = new Random(seed);
    }

    /** What comes instead of a good CONNECT. */
    byte[] first() {
        return switch (random.nextInt(4)) {
            case 0 -> bytes(BROKEN_CONNECTS);
            case 1 -> bytes(BROKEN);
            case 2 -> anything();
            default -> changed(MqttPacket.connect(version(), "device", "user", "password"));
        };
    }

    /** What comes after a good CONNECT. */
    byte[] later(int version) {
        return switch (random.nextInt(5)) {
            case 0 -> bytes(BROKEN);
            case 1 -> random.nextInt(8) == 0 ? anything() : bytes(BROKEN_CONNECTS);
            default -> changed(good(version));
        };
    }

    private byte[] good(int version) {
        int id = random.nextInt(0x1_0000);
        String data = "{\"data\":{\"a\":1}}";
        byte[] body = {(byte) (id >> 8), (byte) id};
        return switch (random.nextInt(12)) {
            case 0 -> MqttPacket.connect(version, "", "user", "password");
            case 1 -> MqttPacket.publish(version, 0, 0, "t", data);
            case 2, 3 -> MqttPacket.publish(version, 2, id, "t", data);
            case 4 -> MqttPacket.publish(version, 4 | random.nextInt(4), id, "/device/x/telemetry", data);
            case 5 -> MqttPacket.subscribe(version, id, "e", "#", "$share/a/t");
            case 6 -> MqttPacket.unsubscribe(version, id, "e", "#");
            case 7 -> MqttPacket.ping();
            case 8 -> MqttPacket.of(0x40 + 0x10 * random.nextInt(4), body);
            case 9 -> MqttPacket.of(0xE0, version == MqttPacket.V5 ? new byte[] {4, 0} : new byte[0]);
            case 10 -> MqttPacket.of(0xF0, new byte[] {0x18, 0});
            default -> MqttPacket.of(random.nextInt(0x100), body);
        };
    }

    /** One to three changes. */
    private byte[] changed(byte[] packet) {
        byte[] all = packet.clone();
        for (int i = random.nextInt(3); i >= 0 && all.length > 0; i--) {
            all = change(all);
        }
        return all;
    }

    private byte[] change(byte[] packet) {
        int at = random.nextInt(packet.length);
        return switch (random.nextInt(7)) {
            case 0 -> with(packet, at, packet[at] ^ 1 << random.nextInt(8));
            case 1 -> with(packet, at, random.nextInt(0x100));
            case 2 -> Arrays.copyOf(packet, at);
            case 3 -> joined(packet, at, Arrays.copyOfRange(packet, at, packet.length));
            case 4 -> joined(packet, at, anything());
            case 5 -> with(packet, Math.min(1, packet.length - 1), packet.length + random.nextInt(5) - 4);
            default -> with(packet, at, random.nextBoolean() ? 0 : 0xFF);
        };
    }

    private static byte[] with(byte[] packet, int at, int octet) {
        byte[] changed = packet.clone();
        changed[at] = (byte) octet;
        return changed;
    }

    /** The beginning, something, and the rest. */
    private static byte[] joined(byte[] packet, int at, byte[] more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(packet, 0, at);
        all.writeBytes(more);
        all.write(packet, at, packet.length - at);
        return all.toByteArray();
    }

    private byte[] anything() {
        byte[] bytes = new byte[1 + random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] bytes(List<String> of) {
        return HexFormat.of().parseHex(of.get(random.nextInt(of.size())).replace(" ", ""));
    }

    int version() {
        return VERSIONS[random.nextInt(VERSIONS.length)];
    }

    /** Some packets, each with a good ping after it, so that the server answers something if it goes on. */
    List<byte[]> some(int version, int count) {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            packets.add(later(version));
        }
        packets.add(MqttPacket.ping());
        return packets;
    }
}
