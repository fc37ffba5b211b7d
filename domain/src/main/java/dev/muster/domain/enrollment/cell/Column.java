package dev.muster.domain.enrollment.cell;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of the import file that Muster understands. Cells are text as entered; leading zeros stay. */
public enum Column {
    UNIQUE_IDENTIFIER("uniqueIdentifier", "identifier", true),
    DEVICE_NAME("deviceName", "device name", true),
    DEVICE_TYPE("deviceType", "device type", true),
    PARENT_GATEWAY("parentGateway", "parent gateway", false);

    private final String header;
    private final String title;
    private final boolean required;

    Column(String header, String title, boolean required) {
        this.header = header;
        this.title = title;
        this.required = required;
    }

    /** The column with this header; empty if there is none, and for null. */
    public static Optional<Column> ofHeader(@Nullable String header) {
        return Arrays.stream(values())
                .filter(column -> column.header.equals(header))
                .findFirst();
    }

    /** The column's name in the file's header line and in JSON. */
    public String header() {
        return header;
    }

    /** The column's name in a sentence. */
    public String title() {
        return title;
    }

    /** Whether every file must have the column. */
    public boolean isRequired() {
        return required;
    }
}
