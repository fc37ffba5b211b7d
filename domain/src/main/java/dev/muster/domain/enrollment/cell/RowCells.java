package dev.muster.domain.enrollment.cell;

/**
 * The cells of one row as entered, unchanged. A cell that the row or the file does not have is empty.
 */
public record RowCells(String uniqueIdentifier, String deviceName, String deviceType, String parentGateway) {
    /** Null counts as empty. */
    public RowCells {
        uniqueIdentifier = uniqueIdentifier == null ? "" : uniqueIdentifier;
        deviceName = deviceName == null ? "" : deviceName;
        deviceType = deviceType == null ? "" : deviceType;
        parentGateway = parentGateway == null ? "" : parentGateway;
    }

    public String get(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> uniqueIdentifier;
            case DEVICE_NAME -> deviceName;
            case DEVICE_TYPE -> deviceType;
            case PARENT_GATEWAY -> parentGateway;
        };
    }

    /** The same row with another text in one cell. */
    public RowCells with(Column column, String value) {
        return new RowCells(
                column == Column.UNIQUE_IDENTIFIER ? value : uniqueIdentifier,
                column == Column.DEVICE_NAME ? value : deviceName,
                column == Column.DEVICE_TYPE ? value : deviceType,
                column == Column.PARENT_GATEWAY ? value : parentGateway);
    }
}
