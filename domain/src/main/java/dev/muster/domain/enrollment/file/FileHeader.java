package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.enrollment.csv.OddCells;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.RecordParser;
import dev.muster.domain.enrollment.csv.Sentences;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.shared.EnteredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The header line of a file: where each column stands, and what separates the columns. */
final class FileHeader {
    private final long line;
    private final RecordParser parser;
    private final List<String> names;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Integer, String> unknown = new TreeMap<>();
    private final List<Column> missing;
    private final ReportColumns report = new ReportColumns();
    private final List<FileError> duplicates = new ArrayList<>();
    private final HeaderNames known;
    private final boolean[] isNeeded;
    private int unevenRows;

    private FileHeader(RawRecord record, RecordParser parser, HeaderNames known) throws IOException {
        this.line = record.line();
        this.parser = parser;
        this.names = List.of(parser.cells(record));
        for (int place = 0; place < names.size(); place++) {
            put(place, names.get(place), known);
        }
        this.missing = known.missing(places.keySet());
        this.known = known;
        this.isNeeded = new boolean[names.size()];
        places.forEach((column, place) -> isNeeded[place] = column.isRequired());
    }

    /**
     * Reads the header line with each possible separator and takes the reading that knows the most columns. If readings
     * are equal, takes the one with the most cells; if they are still equal, the first.
     */
    static FileHeader read(RawRecord record, String separators, HeaderNames known) throws IOException {
        FileHeader best = new FileHeader(record, new RecordParser(separators.charAt(0)), known);
        for (char separator : separators.substring(1).toCharArray()) {
            FileHeader reading = new FileHeader(record, new RecordParser(separator), known);
            best = reading.knowsMoreThan(best) ? reading : best;
        }
        return best;
    }

    /** Known columns that the header line has twice. */
    List<FileError> duplicates() {
        return duplicates;
    }

    /** The missing columns, each with a reason. */
    List<FileError> missingErrors(String reason) {
        return missing.stream()
                .map(column -> new FileError(
                        line,
                        FileFault.MISSING_HEADER,
                        "The header line (line " + line + ") has no column " + known.called(column) + ". " + reason))
                .toList();
    }

    /** Whether the file can be read by this header. */
    boolean isUsable() {
        return duplicates.isEmpty() && missing.isEmpty();
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

    /** Columns that are not read: first each that has a name, then how many have no name. */
    List<FileWarning> warnings() {
        List<FileWarning> warnings = unknown.entrySet().stream()
                .filter(column -> !report.contain(column.getKey()))
                .filter(column -> !EnteredText.isBlank(column.getValue()))
                .map(column -> unknownColumn(column.getKey(), column.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        long unnamed = unknown.values().stream().filter(EnteredText::isBlank).count();
        if (unnamed > 0) {
            warnings.add(new FileWarning(
                    FileWarning.UNKNOWN_COLUMN,
                    unnamed == 1
                            ? "1 column has no name and was not read."
                            : unnamed + " columns have no name and were not read."));
        }
        return warnings;
    }

    /** Rows that ended before optional columns, or had extra blank cells. */
    int unevenRows() {
        return unevenRows;
    }

    /** The row of a record; null if the file is a report that calls the row enrolled. */
    @Nullable
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
        return new FileRow(number, record.line(), row, oddCells(found));
    }

    /** All cells of a record as they will be stored; null if the file is a report that calls the row enrolled. */
    @Nullable
    List<String> shown(RawRecord record) throws IOException {
        String[] found = parser.cells(record);
        if (isReport() && report.callEnrolled(found)) {
            return null;
        }
        return Arrays.stream(found)
                .map(text -> EnteredText.trimmed(isReport() ? ReportCell.read(text) : text))
                .toList();
    }

    /** A row that lost nothing by its number of cells is only counted. */
    private @Nullable String oddCells(String[] found) {
        if (found.length == names.size()) {
            return null;
        }
        if (lacksNeeded(found.length) || !OddCells.areBlank(found, names.size())) {
            return OddCells.told(found, names.size());
        }
        unevenRows++;
        return null;
    }

    private boolean lacksNeeded(int found) {
        for (int place = found; place < isNeeded.length; place++) {
            if (isNeeded[place]) {
                return true;
            }
        }
        return false;
    }

    private String cell(String[] found, Column column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        String text = place < found.length ? found[place] : "";
        return isReport() ? ReportCell.read(text) : text;
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
            return;
        }
        Integer first = places.putIfAbsent(column, place);
        if (first != null) {
            duplicates.add(new FileError(
                    line,
                    FileFault.DOUBLED_HEADER,
                    "The header line (line " + line + ") has the column " + column.header() + " twice: columns "
                            + (first + 1) + " and " + (place + 1) + ". Remove one."));
        }
    }
}
