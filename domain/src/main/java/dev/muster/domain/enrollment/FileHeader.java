package dev.muster.domain.enrollment;

import dev.muster.domain.shared.NeutralCell;
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
    private final List<String> names;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Integer, String> unknown = new TreeMap<>();
    private final List<Column> missing;
    private final ReportColumns report = new ReportColumns();
    private final List<FileError> errors = new ArrayList<>();

    private FileHeader(RawRecord record, RecordParser parser, HeaderNames known) throws IOException {
        this.line = record.line();
        this.parser = parser;
        this.names = List.of(parser.cells(record));
        for (int place = 0; place < names.size(); place++) {
            put(place, names.get(place), known);
        }
        this.missing = known.missing(places.keySet());
        missing.forEach(column -> miss(known.called(column)));
    }

    /**
     * Reads the header line with each separator in question and takes the reading that knows the most columns; of
     * equals the one with the most cells, then the first in question.
     */
    static FileHeader read(RawRecord record, String separators, HeaderNames known) throws IOException {
        FileHeader best = null;
        for (char separator : separators.toCharArray()) {
            FileHeader reading = new FileHeader(record, new RecordParser(separator), known);
            best = best == null || reading.knowsMoreThan(best) ? reading : best;
        }
        return best;
    }

    /** Columns that are doubled, then columns that are missing; empty where the file can be read by this header. */
    List<FileError> errors() {
        return errors;
    }

    List<String> names() {
        return names;
    }

    Map<Column, Integer> places() {
        return places;
    }

    List<Column> missing() {
        return missing;
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
        return new FileRow(number, record.line(), row, found.length, names.size());
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
        return places.size() > other.places.size()
                || places.size() == other.places.size() && names.size() > other.names.size();
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
