package dev.muster.rest.enrollment.row;

/** The cells of a row, for the API's description; what is not sent does not change. */
public record CellsJson(String uniqueIdentifier, String deviceName, String deviceType, String parentGateway) {}
