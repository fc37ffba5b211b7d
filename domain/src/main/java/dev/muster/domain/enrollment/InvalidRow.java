package dev.muster.domain.enrollment;

/**
 * What decides whether a row stays if the invalid rows of a draft go: an invalid row, or a valid one whose gateway is
 * invalid. A group is a number that the rows of one identifier, or of one name, have in common; 0 is no group.
 *
 * @param number of the row
 * @param identifierGroup rows with the same identifier
 * @param nameGroup rows with the same name
 * @param gatewayGroup the identifier group of its gateway, if only an invalid row could be that gateway
 * @param gateway whether it is a gateway itself
 * @param state what is wrong with it
 */
public record InvalidRow(
        int number, int identifierGroup, int nameGroup, int gatewayGroup, boolean gateway, State state) {

    /** What is wrong with a row. */
    public enum State {
        /** Nothing, but its gateway is invalid. */
        VALID,
        /** It is a duplicate, and nothing else is wrong: it would be valid without its duplicates. */
        DUPLICATE,
        /** It would be invalid without any duplicate, too. */
        FAULTY
    }

    boolean isValid() {
        return state == State.VALID;
    }
}
