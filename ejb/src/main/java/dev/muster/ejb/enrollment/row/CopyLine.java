package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowFaults;

/** One row as a line of COPY's text format (PostgreSQL, "COPY", File Formats), in the order of RowWriter's columns. */
final class CopyLine {

    private final StringBuilder line;

    CopyLine(StringBuilder line) {
        this.line = line;
    }

    void append(EnrollmentRow row) {
        plain(row.batchId());
        plain(row.number());
        plain(row.line());
        plain(row.version());
        cells(row.cells());
        text(row.normalizedIdentifier());
        text(row.normalizedName());
        text(row.normalizedParent());
        nullable(row.parsedType());
        faults(row.faults());
        plain(row.invalidCells());
        plain(row.imeiDigits());
        plain(row.fitsWithZero());
        text(row.oddCells());
        line.setCharAt(line.length() - 1, '\n');
    }

    private void cells(RowCells cells) {
        text(cells.uniqueIdentifier());
        text(cells.deviceName());
        text(cells.deviceType());
        text(cells.parentGateway());
    }

    private void faults(RowFaults faults) {
        nullable(faults.uniqueIdentifier());
        nullable(faults.deviceName());
        nullable(faults.deviceType());
        nullable(faults.parentGateway());
    }

    private void plain(Object value) {
        line.append(value).append('\t');
    }

    private void nullable(Enum<?> constant) {
        plain(constant == null ? "\\N" : constant.name());
    }

    private void text(String value) {
        if (value == null) {
            plain("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        line.append('\t');
    }

    private void escape(char c) {
        switch (c) {
            case '\\' -> line.append("\\\\");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            default -> line.append(c);
        }
    }
}
