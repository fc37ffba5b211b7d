package dev.muster.domain.shared;

/**
 * Which page of a list is wanted.
 *
 * @param page from 0
 * @param size items on a page, 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 500;

    public static final int DEFAULT_SIZE = 50;

    /**
     * @throws ProblemException {@code validation-failed} where a number is out of its bounds
     */
    public PageRequest {
        if (page < 0) {
            throw ProblemException.invalid("The page " + page + " was asked for; pages count from 0.");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw ProblemException.invalid(
                    "A page of " + size + " items was asked for; 1 to " + MAX_SIZE + " are allowed.");
        }
    }

    /** Index of the page's first item in the whole list; far beyond any list where the page is. */
    public int offset() {
        return (int) Math.min((long) page * size, Integer.MAX_VALUE - size);
    }
}
