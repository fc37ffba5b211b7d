package dev.muster.it;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four cells of a row, as entered. */
record Cells(String uniqueIdentifier, String deviceName, String deviceType, String parentGateway) {

    static final List<String> COLUMNS = List.of("uniqueIdentifier", "deviceName", "deviceType", "parentGateway");

    static Cells standalone(long serial) {
        return standalone(ImportFile.imei(serial), "device-" + serial);
    }

    static Cells standalone(String identifier, String name) {
        return new Cells(identifier, name, "STANDALONE", "");
    }

    static Cells gateway(long serial) {
        return standalone(serial).with("deviceType", "GATEWAY");
    }

    static Cells peripheral(long serial, String gateway) {
        return standalone(serial).with("deviceType", "PERIPHERAL").with("parentGateway", gateway);
    }

    static Cells of(JsonObject row) {
        return new Cells(
                row.getString("uniqueIdentifier"),
                row.getString("deviceName"),
                row.getString("deviceType"),
                row.getString("parentGateway"));
    }

    /** The same, but for one cell. */
    Cells with(String column, String value) {
        return switch (column) {
            case "uniqueIdentifier" -> new Cells(value, deviceName, deviceType, parentGateway);
            case "deviceName" -> new Cells(uniqueIdentifier, value, deviceType, parentGateway);
            case "deviceType" -> new Cells(uniqueIdentifier, deviceName, value, parentGateway);
            default -> new Cells(uniqueIdentifier, deviceName, deviceType, value);
        };
    }

    /** A file of these rows, every cell quoted. */
    static String csv(List<Cells> rows) {
        return Stream.concat(Stream.of(String.join(",", COLUMNS)), rows.stream().map(Cells::record))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String record() {
        return Stream.of(uniqueIdentifier, deviceName, deviceType, parentGateway)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
