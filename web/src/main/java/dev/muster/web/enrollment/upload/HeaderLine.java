package dev.muster.web.enrollment.upload;

import dev.muster.domain.shared.ProblemException;

/** The line of the file that the header stands on, as the form's script sends it: the parameter {@code header}. */
final class HeaderLine {

    private HeaderLine() {}

    /**
     * The line, from 1.
     *
     * @param sent {@code null} or empty for the likeliest
     * @return 0 for the likeliest
     * @throws ProblemException {@code validation-failed} where it is no number of a line
     */
    static int parse(String sent) {
        if (sent == null || sent.isEmpty()) {
            return 0;
        }
        if (!sent.matches("[1-9][0-9]{0,8}")) {
            throw ProblemException.invalid("The header line must be a line number of the file. Choose it again.");
        }
        return Integer.parseInt(sent);
    }
}
