package dev.muster.domain.enrollment.csv;

import java.io.IOException;

/**
 * Splits the text of a file into records (RFC 4180 section 2) and checks the limits at the same time, so that it never
 * keeps a cell or a record beyond them. A cell or record that exceeds a limit is counted to its end and then refused.
 *
 * <p>A quote inside a cell that does not begin with a quote is data, as spreadsheets read it. The record then has the
 * cell in quotes, so that the parser gets only RFC 4180. If text follows a closing quote, the file is refused, because
 * nobody can tell any more which line breaks were data.
 */
public final class RecordScanner {
    private static final int END = -1;

    private final FileText text;
    private final ImportLimits limits;
    private final CellScanner cell;
    private final StringBuilder kept = new StringBuilder();
    private String separators;
    private int cells;
    private boolean endedByCr;
    private boolean endedWithFile;

    public RecordScanner(FileText text, ImportLimits limits, String separators) {
        this.text = text;
        this.limits = limits;
        this.cell = new CellScanner(limits.maxCellLength());
        this.separators = separators;
    }

    /** From the next record on, only this character separates cells. */
    public void separateBy(char separator) {
        separators = String.valueOf(separator);
    }

    /** From the next record on, a cell may have one character more: the apostrophe that a report put before it. */
    public void allowApostrophe() {
        cell.allow(limits.maxCellLength() + 1);
    }

    /** The next record, blank lines included; null at the end of the file. */
    public RawRecord next() throws IOException, ImportRefusedException {
        int c = text.read();
        if (c == '\n' && endedByCr) {
            c = text.read();
        }
        endedByCr = false;
        if (c == END) {
            return null;
        }
        return record(c);
    }

    /** Whether the last record ended with the file and not with a line break. */
    public boolean endedWithFile() {
        return endedWithFile;
    }

    private RawRecord record(int first) throws IOException, ImportRefusedException {
        long line = first == '\r' || first == '\n' ? text.line() - 1 : text.line();
        kept.setLength(0);
        cells = 0;
        beginCell(line);
        int c = first;
        while (!endsRecord(c)) {
            take(c);
            c = text.read();
        }
        endedByCr = c == '\r';
        endedWithFile = c == END;
        endCell();
        if (cells > limits.maxColumns()) {
            throw new ImportRefusedException(
                    line,
                    FileFault.TOO_MANY_COLUMNS,
                    Sentences.limit("Line " + line + " has", cells, "cells", limits.maxColumns()));
        }
        return new RawRecord(line, kept.toString(), cells);
    }

    private boolean endsRecord(int c) throws ImportRefusedException {
        if (c == END && cell.isOpen()) {
            throw new ImportRefusedException(
                    cell.line(),
                    FileFault.UNCLOSED_QUOTE,
                    "The quote opened in line " + cell.line()
                            + " is never closed: the file ends inside the cell. Close it with a second quote.");
        }
        return c == END || !cell.isOpen() && (c == '\r' || c == '\n');
    }

    private void take(int c) throws ImportRefusedException {
        if (!cell.isOpen() && separators.indexOf(c) >= 0) {
            endCell();
            if (cells < limits.maxColumns()) {
                kept.append((char) c);
            }
            beginCell(text.line());
        } else {
            cell.take((char) c, text.line());
        }
    }

    private void beginCell(long line) {
        cell.begin(cells < limits.maxColumns() ? kept : null, line);
    }

    private void endCell() throws ImportRefusedException {
        cell.close();
        cells++;
    }
}
