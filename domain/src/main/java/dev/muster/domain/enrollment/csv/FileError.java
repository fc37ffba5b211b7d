package dev.muster.domain.enrollment.csv;

/**
 * Why a file is refused.
 *
 * @param line the line of the file, from 1
 * @param fault why the file is refused
 * @param detail an English sentence for people, with both numbers if a limit is exceeded
 */
public record FileError(long line, FileFault fault, String detail) {
    /** Kebab case, see {@link FileFault}. */
    public String code() {
        return fault.code();
    }
}
