package dev.muster.domain.enrollment.file;

import java.util.List;

/**
 * What is known about an import file after it was read to its end.
 *
 * @param rows records that were handed on
 * @param blankLines lines that were skipped because they are blank
 * @param warnings unknown columns first, then blank lines, then rows that a report calls enrolled
 */
public record FileReading(int rows, long blankLines, List<FileWarning> warnings) {
    /** Copies the warnings. */
    public FileReading {
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether the rows are numbered from 1 without gaps. A report's enrolled rows leave gaps, because they are skipped.
     */
    public boolean isGapless() {
        return warnings.stream().noneMatch(warning -> warning.code().equals(FileWarning.ENROLLED_ROWS));
    }
}
