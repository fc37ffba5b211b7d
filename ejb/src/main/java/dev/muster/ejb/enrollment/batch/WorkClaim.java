package dev.muster.ejb.enrollment.batch;

/**
 * The right to work on one import, held as a lock in the database. It ends when it is closed, or with this server,
 * however that ends.
 */
@FunctionalInterface
public interface WorkClaim extends AutoCloseable {

    @Override
    void close();
}
