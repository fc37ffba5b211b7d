package dev.muster.domain.enrollment;

/**
 * An invalid row, or a valid row whose gateway is invalid, with all that decides whether it stays if the invalid rows
 * of a draft are removed. A group is a number that the rows of one identifier, or of one name, have in common; 0 is no
 * group.
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
        /** It is a duplicate and has no other fault: it would be valid without its duplicates. */
        DUPLICATE,
        /** It has another fault: it would be invalid also without duplicates. */
        FAULTY
    }

    boolean isValid() {
        return state == State.VALID;
    }
}
