package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.Proofs;
import dev.muster.domain.transparency.RootBuilder;
import dev.muster.domain.transparency.SignedNote;
import dev.muster.domain.transparency.TilePath;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The transparency log as a stranger sees it. */
record PublicLog(ApiClient nobody) {

    static final String PATH = "/api/v1/log";

    static PublicLog of(MusterServer server) {
        return new PublicLog(server.nobody());
    }

    /** The newest key. */
    VerifierKey key() {
        return VerifierKey.parse(
                nobody.get(PATH + "/key").expect(200).body().lines().findFirst().orElseThrow());
    }

    /** The newest checkpoint, verified. */
    Checkpoint checkpoint() {
        return opened(nobody.get(PATH + "/checkpoint").expect(200).body());
    }

    Checkpoint opened(String note) {
        return SignedNote.open(note, key()).orElseThrow();
    }

    HttpResponse<byte[]> tile(TilePath path) {
        return nobody.download(PATH + "/tile/" + path.path());
    }

    /** The entries of the first leaves, read from tiles. */
    List<byte[]> entries(long size) {
        List<byte[]> entries = new ArrayList<>();
        for (long index = 0; index * TilePath.FULL < size; index++) {
            int width = (int) Math.min(TilePath.FULL, size - index * TilePath.FULL);
            byte[] tile = bytes(new TilePath(0, index, width, true));
            assertThat(tile).hasSize(width * 34);
            for (int at = 0; at < tile.length; at += 34) {
                assertThat(tile[at]).isZero();
                assertThat(tile[at + 1]).isEqualTo((byte) 32);
                entries.add(Arrays.copyOfRange(tile, at + 2, at + 34));
            }
        }
        return entries;
    }

    private byte[] bytes(TilePath path) {
        HttpResponse<byte[]> answer = tile(path);
        assertThat(answer.statusCode()).as(path.path()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        return answer.body();
    }

    /** Reads all tiles of hashes of a tree, and compares each with the entries below it. Returns the root. */
    byte[] rootOfTiles(long size) {
        List<byte[]> hashes = entries(size).stream().map(Hashes::leaf).toList();
        RootBuilder root = new RootBuilder();
        hashes.forEach(root::add);
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<byte[]> above = new ArrayList<>();
            for (int index = 0; index * TilePath.FULL < hashes.size(); index++) {
                List<byte[]> wanted =
                        hashes.subList(index * TilePath.FULL, Math.min(hashes.size(), (index + 1) * TilePath.FULL));
                byte[] tile = bytes(new TilePath(level, index, wanted.size(), false));
                for (int i = 0; i < wanted.size(); i++) {
                    assertThat(Arrays.copyOfRange(tile, i * 32, (i + 1) * 32)).isEqualTo(wanted.get(i));
                }
                if (wanted.size() == TilePath.FULL) {
                    RootBuilder full = new RootBuilder();
                    wanted.forEach(full::add);
                    above.add(full.root());
                }
            }
            hashes = above;
        }
        return root.root();
    }

    /** Fails unless the log has grown from one checkpoint to the other. */
    void assertGrown(Checkpoint from, Checkpoint to) {
        JsonObject proof = nobody.get(PATH + "/consistency?from=" + from.size() + "&to=" + to.size())
                .expect(200)
                .json();
        assertThat(Proofs.consistent(
                        from.size(), from.root(), to.size(), to.root(), hashes(proof.getJsonArray("hashes"))))
                .isTrue();
    }

    /** Verifies the member {@code log} of an answer to a device, and returns the checkpoint in it. */
    Checkpoint assertReceipt(JsonObject receipt) {
        Checkpoint checkpoint = opened(receipt.getString("checkpoint"));
        assertThat(checkpoint.size()).isEqualTo(receipt.getJsonNumber("size").longValue());
        byte[] entry = Hashes.entry(Base64.getDecoder().decode(receipt.getString("salt")), receipt.getString("leaf"));
        assertIncluded(
                entry, receipt.getJsonNumber("index").longValue(), hashes(receipt.getJsonArray("hashes")), checkpoint);
        return checkpoint;
    }

    /** Whether each leaf of a list has its place. */
    static boolean areAllPlaced(Answer list) {
        return list.items().getValuesAs(JsonObject.class).stream()
                .allMatch(leaf -> leaf.containsKey("index") && !leaf.isNull("index"));
    }

    static void assertIncluded(byte[] entry, long index, List<byte[]> hashes, Checkpoint checkpoint) {
        assertThat(Proofs.includes(Hashes.leaf(entry), index, checkpoint.size(), hashes, checkpoint.root()))
                .isTrue();
    }

    static List<byte[]> hashes(JsonArray base64) {
        return base64.getValuesAs(JsonString.class).stream()
                .map(hash -> Base64.getDecoder().decode(hash.getString()))
                .toList();
    }
}
