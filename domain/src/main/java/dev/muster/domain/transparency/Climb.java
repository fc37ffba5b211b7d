package dev.muster.domain.transparency;

/** The way from a node of a tree up to the root, one step for each hash of a proof (RFC 9162 sections 2.1.3.2, 2.1.4.2). */
final class Climb {

    private long node;
    private long last;

    /**
     * @param node the index of a leaf
     * @param last the index of the tree's last leaf
     */
    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    /** Goes up to the root of the largest complete subtree whose last leaf is this node. */
    void leaveCompleteSubtree() {
        while ((node & 1) == 1) {
            up();
        }
    }

    boolean isAtTop() {
        return last == 0;
    }

    /** Whether the next hash belongs to the left of this node. */
    boolean isRight() {
        return (node & 1) == 1 || node == last;
    }

    /** Goes up to the node above this node and the next hash. A last node without a neighbour goes up first. */
    void step() {
        if (isRight()) {
            while ((node & 1) == 0 && node != 0) {
                up();
            }
        }
        up();
    }

    private void up() {
        node >>= 1;
        last >>= 1;
    }
}
