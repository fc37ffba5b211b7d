package dev.muster.ejb.transparency;

/** A leaf that has no place yet. */
record PendingLeaf(long id, byte[] entry) {}
