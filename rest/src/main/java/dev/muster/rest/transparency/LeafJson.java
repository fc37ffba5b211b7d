package dev.muster.rest.transparency;

import dev.muster.domain.transparency.LeafContent;
import dev.muster.domain.transparency.LogLeaf;
import dev.muster.ejb.transparency.LogEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A leaf of the transparency log, as its reader may see it.
 *
 * @param index its place, from 0; null for about a second after the act
 * @param act such as {@code user-disabled}
 * @param tenant {@code organization:<id>} or {@code manufacturer:<id>}; {@code tenant:<id>} if the content was deleted; null
 *     for the platform
 * @param by who did it, such as {@code user:<id>}; null for the server itself
 * @param object what was changed, such as {@code user:<id>}
 * @param attempt of a device; null for other acts
 * @param detail what the act says in addition; values that tell of a person are hashes
 */
@Schema(name = "LogLeaf")
@JsonbPropertyOrder({"index", "time", "act", "tenant", "by", "object", "attempt", "detail"})
public record LeafJson(
        Long index,
        Instant time,
        String act,
        String tenant,
        String by,
        String object,
        String attempt,
        Map<String, Object> detail) {

    static LeafJson of(LogEntry entry) {
        LogLeaf leaf = entry.leaf();
        LeafContent content = entry.content();
        return new LeafJson(
                leaf.index(),
                leaf.happenedAt(),
                leaf.act(),
                content.tenant(),
                content.by(),
                content.object(),
                content.attempt(),
                content.detail().isEmpty() ? null : content.detail());
    }
}
