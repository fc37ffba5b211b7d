package dev.muster.web.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The form in which an administrator sets the quotas of a tenant. An empty field is the platform's limit. */
public class QuotaForm implements Serializable {

    private final List<Row> rows = new ArrayList<>();

    /** Fills the fields with the limits that are set. */
    public void show(List<QuotaUse> uses) {
        rows.clear();
        uses.forEach(use -> rows.add(new Row(use)));
    }

    public List<Row> getRows() {
        return rows;
    }

    /**
     * The limits that the fields say.
     *
     * @throws ProblemException {@code validation-failed} if a field has no whole number
     */
    public Map<Quota, OptionalInt> limits() {
        Map<Quota, OptionalInt> limits = new EnumMap<>(Quota.class);
        rows.forEach(row -> limits.put(row.use.quota(), row.limit()));
        return limits;
    }

    /** The field of one quota. */
    public static class Row implements Serializable {

        private final QuotaUse use;
        private String limit;

        Row(QuotaUse use) {
            this.use = use;
            this.limit = use.own() ? Integer.toString(use.limit()) : "";
        }

        public QuotaUse getUse() {
            return use;
        }

        public String getLimit() {
            return limit;
        }

        public void setLimit(String limit) {
            this.limit = limit;
        }

        private OptionalInt limit() {
            String number = limit == null ? "" : EnteredText.trimmed(limit).replace(",", "");
            if (number.isEmpty()) {
                return OptionalInt.empty();
            }
            if (!number.matches("[0-9]{1,10}") || Long.parseLong(number) > Integer.MAX_VALUE) {
                throw ProblemException.invalid("A quota must be a whole number from 0 to 2147483647, which is no limit;"
                        + " an empty field is the platform's limit.");
            }
            return OptionalInt.of(Integer.parseInt(number));
        }
    }
}
