package dev.muster.rest.telemetry;

import java.util.List;

/** Messages, newest first. */
public record HistoryJson(List<MessageJson> items) {}
