package dev.muster.domain.enrollment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The header line of a file: which column stands where, and what separates them. */
final class FileHeader {
    private final long line;
    private final RecordParser parser;
    private final int cells;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Integer, String> unknown = new TreeMap<>();
    private final ReportColumns report = new ReportColumns();
    private final List<FileError> errors = new ArrayList<>();

    private FileHeader(RawRecord record, RecordParser parser, HeaderNames known) throws IOException {
        String[] names = parser.cells(record);
        this.line = record.line();
        this.parser = parser;
        this.cells = names.length;
        for (int place = 0; place < cells; place++) {
            put(place, names[place], known);
        }
        known.missing(places.keySet()).forEach(this::miss);
    }

    /**
     * Reads the header line with each separator in question and takes the reading that knows the most columns; of
     * equals the one with the most cells, then the first in question.
     *
     * @throws ImportRefusedException where a column is missing or doubled
     */
    static FileHeader read(RawRecord record, String separators, HeaderNames known)
            throws IOException, ImportRefusedException {
        FileHeader best = null;
        for (char separator : separators.toCharArray()) {
            FileHeader reading = new FileHeader(record, new RecordParser(separator), known);
            best = best == null || reading.knowsMoreThan(best) ? reading : best;
        }
        if (!best.errors.isEmpty()) {
            throw new ImportRefusedException(best.errors);
        }
        return best;
    }

    RecordParser parser() {
        return parser;
    }

    long line() {
        return line;
    }

    /** Whether the file is a report of an import, to be imported again. */
    boolean isReport() {
        return report.areComplete();
    }

    List<FileWarning> warnings() {
        return unknown.entrySet().stream()
                .filter(column -> !report.contain(column.getKey()))
                .map(column -> unknownColumn(column.getKey(), column.getValue()))
                .toList();
    }

    /** The row of a record, or null where the file is a report that calls it enrolled. */
    FileRow row(int number, RawRecord record) throws IOException {
        String[] found = parser.cells(record);
        if (isReport() && report.callEnrolled(found)) {
            return null;
        }
        RowCells row = new RowCells(
                cell(found, Column.UNIQUE_IDENTIFIER),
                cell(found, Column.DEVICE_NAME),
                cell(found, Column.DEVICE_TYPE),
                cell(found, Column.PARENT_GATEWAY));
        return new FileRow(number, record.line(), row, found.length, cells);
    }

    private String cell(String[] found, Column column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        String text = place < found.length ? found[place] : "";
        return isReport() ? NeutralCell.read(text) : text;
    }

    private static FileWarning unknownColumn(int place, String name) {
        return new FileWarning(
                FileWarning.UNKNOWN_COLUMN,
                "Column " + (place + 1) + ", " + Sentences.quoted(name) + ", is not known and was not read.");
    }

    private boolean knowsMoreThan(FileHeader other) {
        return places.size() > other.places.size() || places.size() == other.places.size() && cells > other.cells;
    }

    private void put(int place, String name, HeaderNames known) {
        Column column = known.column(name);
        if (column == null) {
            unknown.put(place, name);
            report.look(place, name);
        } else if (places.putIfAbsent(column, place) != null) {
            errors.add(new FileError(
                    line,
                    FileFault.DOUBLED_HEADER,
                    "The header line (line " + line + ") has the column " + column.header() + " twice: columns "
                            + (places.get(column) + 1) + " and " + (place + 1) + ". Remove one."));
        }
    }

    private void miss(String name) {
        errors.add(new FileError(
                line,
                FileFault.MISSING_HEADER,
                "The header line (line " + line + ") has no column " + name
                        + ". Add it, or say which column holds it."));
    }
}
