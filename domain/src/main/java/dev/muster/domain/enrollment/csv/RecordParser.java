package dev.muster.domain.enrollment.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;

/**
 * Splits one record into cells with opencsv. opencsv 5.12.0 reads some records wrongly: with an unclosed quote, with
 * text after a closing quote, or with doubled quotes in a plain cell. Such a record never gets here, because
 * {@link RecordScanner} refuses or rewrites it.
 */
public final class RecordParser {
    private final char separator;
    private final RFC4180Parser parser;

    public RecordParser(char separator) {
        this.separator = separator;
        this.parser = new RFC4180ParserBuilder().withSeparator(separator).build();
    }

    public char separator() {
        return separator;
    }

    public String[] cells(RawRecord record) throws IOException {
        return parser.parseLine(record.text());
    }
}
