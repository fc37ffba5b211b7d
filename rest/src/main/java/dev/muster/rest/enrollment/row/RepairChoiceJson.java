package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.DraftChange.MendAll;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which cells are to be mended, and how: a column, the code of its fault, and the kind of a repair that a row offers. */
public record RepairChoiceJson(String column, String code, String kind) {

    /** @throws ProblemException {@code validation-failed} where one of them is not known */
    static MendAll read(JsonBody body) {
        return new MendAll(
                known("column", body.text("column"), Column.values(), Column::header),
                known("code", body.text("code"), CellFault.values(), CellFault::code),
                known("kind", body.text("kind"), RepairKind.values(), RepairKind::name));
    }

    private static <T> T known(String member, String value, T[] all, Function<T, String> name) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("The member " + member + " must be one of "
                        + Arrays.stream(all).map(name).collect(Collectors.joining(", ")) + "."));
    }
}
