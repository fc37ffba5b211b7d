package dev.muster.ejb.transparency;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.domain.transparency.LogLeaf;
import dev.muster.domain.transparency.TiledTree;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.ejb.shared.CurrentScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exports leaves for a check without a network (docs/transparency-log.md). The first line has a checkpoint and the keys
 * of the log; each further line has a leaf. Without a filter the file has every leaf, and their root is the one of the
 * checkpoint. Otherwise each leaf has a proof. If only times are wanted, the file has every leaf from the first to the last
 * leaf of these times: the order of leaves is not that of their times, and a range has no gap. The use of memory does not
 * grow with the number of leaves. The target is flushed only at the end and is not closed.
 */
@Stateless
public class LogExportService {

    private static final int PART = 1_000;

    private static final String ALL = "all";

    @Inject
    private LeafRepository leaves;

    @Inject
    private TreeRepository stored;

    @Inject
    private LogKeys keys;

    /** Writes all leaves that match, for administrators. */
    public void write(Caller caller, LogFilter filter, OutputStream target) throws IOException {
        caller.requireAdministrator();
        write(ALL, filter, filter.equals(LogFilter.ALL), target);
    }

    /** Writes the leaves of an organization that match. */
    public void ofOrganization(Caller caller, UUID organizationId, LogFilter filter, OutputStream target)
            throws IOException {
        caller.requireOrganizationReader(organizationId);
        write("organization:" + organizationId, filter.of(organizationId), false, target);
    }

    /** Writes the leaves of a manufacturer that match. */
    public void ofManufacturer(Caller caller, UUID manufacturerId, LogFilter filter, OutputStream target)
            throws IOException {
        caller.requireManufacturerReader(manufacturerId);
        write("manufacturer:" + manufacturerId, filter.of(manufacturerId), false, target);
    }

    private void write(String scope, LogFilter filter, boolean isComplete, OutputStream target) throws IOException {
        LogHead head = stored.head();
        // A complete export needs no proofs, and must be possible even if leaves are missing
        TiledTree tree = isComplete ? null : ofPlatform(head);
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        writer.write(header(head, scope, isComplete) + "\n");
        Places all = new Places(0, head.size());
        if (filter.isOfTimesOnly()) {
            write(LogFilter.ALL, leaves.span(filter, all), tree, writer);
        } else {
            write(filter, all, tree, writer);
        }
        writer.flush();
    }

    private void write(LogFilter filter, Places places, @Nullable TiledTree tree, Writer writer) throws IOException {
        List<LogLeaf> part = leaves.part(filter, places, PART);
        while (!part.isEmpty()) {
            for (LogLeaf leaf : part) {
                writer.write(line(leaf, tree) + "\n");
            }
            Places rest = new Places(place(part.getLast()) + 1, places.end());
            leaves.forgetRead();
            part = leaves.part(filter, rest, PART);
        }
    }

    /** The hashes of others are in every proof, and tell nothing of their leaves. */
    private TiledTree ofPlatform(LogHead head) {
        return CurrentScope.ofPlatform(() -> new TiledTree(
                head.size(),
                (level, index, width) -> CurrentScope.ofPlatform(() -> stored.hashes(level, index, width))));
    }

    private String header(LogHead head, String scope, boolean isComplete) {
        return OwnJson.object()
                .add("checkpoint", head.checkpoint())
                .add(
                        "keys",
                        OwnJson.array(
                                keys.published().stream().map(VerifierKey::text).toList()))
                .add("scope", scope)
                .add("complete", isComplete)
                .build()
                .toString();
    }

    private static String line(LogLeaf leaf, @Nullable TiledTree tree) {
        JsonObjectBuilder line = OwnJson.object().add("index", place(leaf));
        String content = leaf.content();
        byte[] salt = leaf.salt();
        if (content == null || salt == null) {
            line.add("entry", base64(leaf.entry()));
        } else {
            line.add("salt", base64(salt)).add("leaf", content);
        }
        if (tree != null) {
            JsonArrayBuilder proof = OwnJson.array();
            tree.inclusion(place(leaf)).forEach(hash -> proof.add(base64(hash)));
            line.add("proof", proof);
        }
        return line.build().toString();
    }

    private static long place(LogLeaf leaf) {
        Long index = leaf.index();
        if (index == null) {
            throw new IllegalStateException("an export has leaves with places only");
        }
        return index;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
