package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.OptionalInt;

/**
 * How to commit.
 *
 * @param validRowsOnly whether invalid rows are left out
 * @param keepFirst whether the first of each group of duplicates is added; only with {@code validRowsOnly}
 * @param change the changeNumber that was seen; null lets the last change win
 */
public record CommitJson(boolean validRowsOnly, boolean keepFirst, Integer change) {

    /** @throws ProblemException {@code validation-failed} if keepFirst comes without validRowsOnly */
    static CommitJson read(InputStream body) {
        JsonBody json = JsonBody.read(body, "validRowsOnly", "keepFirst", "change");
        CommitJson wanted = new CommitJson(json.flag("validRowsOnly"), json.flag("keepFirst"), json.integer("change"));
        if (wanted.keepFirst && !wanted.validRowsOnly) {
            throw ProblemException.invalid("The member keepFirst needs validRowsOnly: true.");
        }
        return wanted;
    }

    CommitScope scope() {
        if (keepFirst) {
            return CommitScope.VALID_ROWS_AND_FIRST_OF_EACH;
        }
        return validRowsOnly ? CommitScope.VALID_ROWS : CommitScope.ALL_ROWS;
    }

    OptionalInt seen() {
        return change == null ? OptionalInt.empty() : OptionalInt.of(change);
    }
}
