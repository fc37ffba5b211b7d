package dev.muster.domain.shared;

/**
 * A request for a page of a list.
 *
 * @param page from 0
 * @param size items on a page, 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 500;

    public static final int DEFAULT_SIZE = 50;

    /**
     * @throws ProblemException {@code validation-failed} if a number is out of its bounds
     */
    public PageRequest {
        if (page < 0) {
            throw ProblemException.invalid("The page is " + page + "; pages count from 0.");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw ProblemException.invalid(
                    "The size of a page is " + size + "; 1 to " + MAX_SIZE + " items are allowed.");
        }
    }

    /** The index of the page's first item in the whole list; a very high page gets an index beyond any list. */
    public int offset() {
        return (int) Math.min((long) page * size, Integer.MAX_VALUE - size);
    }
}
