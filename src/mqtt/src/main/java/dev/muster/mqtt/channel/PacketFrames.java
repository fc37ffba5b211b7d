package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.mqtt.syntax.PacketFault;
import dev.muster.mqtt.syntax.PacketSyntax;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.Optional;

/**
 * Gives the decoder whole packets of the right form, one at a time. The decoder alone would read a packet again from its beginning
 * with each byte that comes, would wait for 256 MiB if the length of a field says so, and takes much that MQTT forbids. Here a packet
 * that is too long ends the connection before it has come, and so does a packet whose form is wrong.
 */
public final class PacketFrames extends ByteToMessageDecoder {

    /** Its name in the pipeline. */
    public static final String NAME = "muster-frames";

    /** MQTT 5.0 section 1.5.5. */
    private static final int LENGTH_DIGITS = 4;

    private static final int CONTINUES = 0x80;
    private static final int DIGIT_BITS = 7;
    private static final int UNKNOWN = -1;
    private static final int IMPOSSIBLE = -2;

    private final DeviceHandler device;
    private final PacketSyntax syntax = new PacketSyntax();
    private long given;
    private boolean broken;

    /** @param device gets what the decoder makes of a packet */
    public PacketFrames(DeviceHandler device) {
        this.device = device;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        super.channelRead(context, bytes);
        check(context);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        check(context);
        if (broken) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        int length = length(bytes);
        if (length == IMPOSSIBLE) {
            end(context, PacketFault.MALFORMED);
        } else if (length > MqttLimits.MAX_PACKET_BYTES) {
            end(context, PacketFault.TOO_LARGE);
        } else if (length != UNKNOWN && length <= bytes.readableBytes()) {
            give(context, bytes.readSlice(length), out);
        }
    }

    private void give(ChannelHandlerContext context, ByteBuf packet, List<Object> out) {
        Optional<PacketFault> fault = syntax.faultOf(packet);
        if (fault.isPresent()) {
            end(context, fault.get());
        } else {
            given++;
            out.add(packet.retain());
        }
    }

    /** Each packet that the decoder got has become exactly one. */
    private void check(ChannelHandlerContext context) {
        if (!broken && device.packets() != given) {
            end(context, PacketFault.MALFORMED);
        }
    }

    /** In bytes, with the fixed header. */
    private static int length(ByteBuf bytes) {
        int rest = 0;
        for (int i = 1; i <= LENGTH_DIGITS; i++) {
            if (bytes.readableBytes() <= i) {
                return UNKNOWN;
            }
            int digit = bytes.getUnsignedByte(bytes.readerIndex() + i);
            rest |= (digit & ~CONTINUES) << DIGIT_BITS * (i - 1);
            if ((digit & CONTINUES) == 0) {
                return 1 + i + rest;
            }
        }
        return IMPOSSIBLE;
    }

    private void end(ChannelHandlerContext context, PacketFault fault) {
        broken = true;
        context.fireUserEventTriggered(new BrokenPacket(fault, syntax.isVersion5()));
    }
}
