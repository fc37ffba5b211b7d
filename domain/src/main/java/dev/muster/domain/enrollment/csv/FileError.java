package dev.muster.domain.enrollment.csv;

/**
 * Why a file is refused.
 *
 * @param line the line of the file, from 1
 * @param fault what the file is refused for
 * @param detail an English sentence for people, with both numbers where a limit is passed
 */
public record FileError(long line, FileFault fault, String detail) {
    /** Kebab case, see {@link FileFault}. */
    public String code() {
        return fault.code();
    }
}
