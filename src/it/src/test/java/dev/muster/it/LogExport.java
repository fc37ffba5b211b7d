package dev.muster.it;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.RootBuilder;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.List;

/** An export of the transparency log, and whether it is what the log has signed. */
record LogExport(JsonObject header, List<JsonObject> leaves) {

    static LogExport of(Answer answer) {
        List<JsonObject> lines = answer.expect(200)
                .body()
                .lines()
                .map(line -> OwnJson.read(line).asJsonObject())
                .toList();
        return new LogExport(lines.getFirst(), lines.subList(1, lines.size()));
    }

    String checkpoint() {
        return header.getString("checkpoint");
    }

    /** The entry of a leaf, computed from what the leaf says. */
    static byte[] entry(JsonObject leaf) {
        return leaf.containsKey("entry")
                ? Base64.getDecoder().decode(leaf.getString("entry"))
                : Hashes.entry(Base64.getDecoder().decode(leaf.getString("salt")), leaf.getString("leaf"));
    }

    /** Whether the leaves of a complete export are those of its checkpoint. */
    boolean isGenuine(Checkpoint signed) {
        RootBuilder root = new RootBuilder();
        for (JsonObject leaf : leaves) {
            if (leaf.getInt("index") != root.size()) {
                return false;
            }
            root.add(Hashes.leaf(entry(leaf)));
        }
        return signed.equals(new Checkpoint(signed.origin(), root.size(), root.root()));
    }
}
