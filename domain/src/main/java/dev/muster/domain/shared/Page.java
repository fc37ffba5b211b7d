package dev.muster.domain.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items of this page, in the list's order
 * @param total the number of items in the whole list
 */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page with each item mapped. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), total);
    }
}
