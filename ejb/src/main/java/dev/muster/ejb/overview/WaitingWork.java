package dev.muster.ejb.overview;

/**
 * Work that servers have not finished.
 *
 * @param imports imports that a server reads, checks, changes or commits
 * @param leaves leaves of the transparency log that wait for their places; counted to {@value #MOST} at most
 * @param removals deleted organizations of which something is left
 */
public record WaitingWork(long imports, long leaves, long removals) {

    static final int MOST = 10_000;

    /** Whether there is none. */
    public boolean isDone() {
        return imports == 0 && leaves == 0 && removals == 0;
    }
}
