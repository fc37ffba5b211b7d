package dev.muster.ejb.telemetry.intake;

/** What became of one body of a batch. */
public sealed interface BatchOutcome {

    /** Its messages are in the database when the batch is committed. */
    record Kept(AcceptedTelemetry telemetry) implements BatchOutcome {}

    /** Nothing of it is kept. The rest of the batch is. */
    record Refused(Exception cause) implements BatchOutcome {}

    /** It may create devices, and needs a transaction of its own. */
    record Alone() implements BatchOutcome {}
}
