package dev.muster.domain.enrollment.file;

import java.util.List;

/**
 * What is known about an import file once it has been read to its end.
 *
 * @param rows records handed on
 * @param blankLines lines skipped because nothing was on them
 * @param warnings unknown columns first, then blank lines, then rows that a report calls enrolled
 */
public record FileReading(int rows, long blankLines, List<FileWarning> warnings) {
    /** Copies the warnings. */
    public FileReading {
        warnings = List.copyOf(warnings);
    }

    /** Whether the rows are numbered from 1 without gaps: none was skipped, as a report's enrolled rows are. */
    public boolean isGapless() {
        return warnings.stream().noneMatch(warning -> warning.code().equals(FileWarning.ENROLLED_ROWS));
    }
}
