package dev.muster.web.transparency;

import dev.muster.domain.transparency.LeafContent;
import dev.muster.domain.transparency.LogLeaf;
import dev.muster.ejb.transparency.LogEntry;
import java.time.Instant;
import java.util.List;

/**
 * A leaf of the log, as the user may see it.
 *
 * @param index its place, from 0; null for about a second after the act
 * @param act the code of an act
 * @param tenant {@code organization:<id>} or {@code manufacturer:<id>}; {@code tenant:<id>} if the content was deleted; null
 *     for the platform
 * @param by who did it, such as {@code user:<id>}; null for the server, or if it is hidden
 * @param object what was changed; null if there is no such thing, or it is hidden
 * @param attempt the provisioning attempt; null for other acts
 * @param content the line of JSON that was hashed; null if it was deleted or is hidden
 * @param hidden whether the user sees only its place, time, act and tenant
 * @param entry what the tree commits to: 32 bytes
 */
public record LeafFacts(
        Long index,
        Instant time,
        String act,
        String tenant,
        String by,
        String object,
        String attempt,
        List<Detail> details,
        String content,
        boolean hidden,
        byte[] entry) {

    private static final int SHORT_ID = 8;

    /** A detail that the act names, with its value as text. */
    public record Detail(String name, String value) {}

    static LeafFacts of(LogEntry entry) {
        LogLeaf leaf = entry.leaf();
        LeafContent content = entry.content();
        return new LeafFacts(
                leaf.index(),
                leaf.happenedAt(),
                leaf.act(),
                content.tenant(),
                content.by(),
                content.object(),
                content.attempt(),
                content.detail().entrySet().stream()
                        .map(one -> new Detail(one.getKey(), one.getValue().toString()))
                        .toList(),
                entry.isHidden() ? null : leaf.content(),
                entry.isHidden(),
                leaf.entry());
    }

    /** Whether its content was deleted. */
    public boolean deleted() {
        return content == null && !hidden;
    }

    /** A reference for a table, without most of its id: {@code user 0d9e1a2b}. Null stays null. */
    public String brief(String reference) {
        if (reference == null) {
            return null;
        }
        int id = reference.indexOf(':') + 1;
        return reference
                .substring(0, Math.min(reference.length(), id + SHORT_ID))
                .replace(':', ' ');
    }
}
