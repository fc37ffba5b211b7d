package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.Inclusion;
import dev.muster.domain.transparency.TiledTree;
import java.util.Map;

/**
 * What a round of the sequencer has done.
 *
 * @param tree as it is now
 * @param inclusions of the leaves that were asked for, by their ids; those without a place are missing
 * @param newest the highest id of a leaf that got a place; 0 if none did
 * @param goesOn whether more leaves may wait for their places
 */
public record Round(TiledTree tree, Map<Long, Inclusion> inclusions, long newest, boolean goesOn) {}
