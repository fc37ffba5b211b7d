package dev.muster.rest.shared;

import dev.muster.domain.shared.Page;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param total how many items the whole list has
 */
@JsonbPropertyOrder({"items", "total"})
@Schema(name = "PagedList")
public record Listing<T>(List<T> items, long total) {

    public static <E, T> Listing<T> of(Page<E> page, Function<? super E, ? extends T> shape) {
        Page<T> shaped = page.map(shape);
        return new Listing<>(shaped.items(), shaped.total());
    }
}
