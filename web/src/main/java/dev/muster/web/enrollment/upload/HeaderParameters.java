package dev.muster.web.enrollment.upload;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.Texts;
import java.util.HashMap;
import java.util.Map;

/** What the script of the upload form sends about the header of a file. */
final class HeaderParameters {

    private final Texts texts;

    HeaderParameters(Texts texts) {
        this.texts = texts;
    }

    /**
     * Reads the parameter {@code header}: the line of the file that has the header, from 1.
     *
     * @param sent null or empty if the server shall find the header
     * @return 0 if the server shall find the header
     * @throws ProblemException {@code validation-failed} if it is not the number of a line
     */
    int line(String sent) {
        if (sent == null || sent.isEmpty()) {
            return 0;
        }
        if (!sent.matches("[1-9][0-9]{0,8}")) {
            throw ProblemException.invalid(texts.of("enrollment.headerLineWrong"));
        }
        return Integer.parseInt(sent);
    }

    /**
     * Reads the parameters {@code map}, one for each column that has another name in the file:
     * {@code theirHeader:ourColumn}. Their header can contain colons; our column never does.
     *
     * @param entries null if the parameter was not sent
     * @throws ProblemException {@code validation-failed} if an entry has another form or contradicts another entry
     */
    Map<String, Column> mapping(String[] entries) {
        Map<String, Column> mapping = new HashMap<>();
        for (String entry : entries == null ? new String[0] : entries) {
            int colon = entry.lastIndexOf(':');
            Column column = column(entry.substring(colon + 1));
            String header = entry.substring(0, Math.max(0, colon));
            if (header.isBlank() || mapping.containsValue(column) || mapping.put(header, column) != null) {
                throw wrong();
            }
        }
        return mapping;
    }

    private Column column(String name) {
        return Column.ofHeader(name).orElseThrow(this::wrong);
    }

    private ProblemException wrong() {
        return ProblemException.invalid(texts.of("enrollment.columnsWrong"));
    }
}
