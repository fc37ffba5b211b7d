package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.LeafContent;
import dev.muster.domain.transparency.LogLeaf;

/**
 * A leaf as a caller may see it.
 *
 * @param isHidden whether the caller may see only its place, its time, its act and its tenant
 */
public record LogEntry(LogLeaf leaf, boolean isHidden) {

    /** What the leaf says, as far as the caller may see it. */
    public LeafContent content() {
        LeafContent content = LeafContent.of(leaf.content(), leaf.tenantId());
        return isHidden ? content.tenantOnly() : content;
    }
}
