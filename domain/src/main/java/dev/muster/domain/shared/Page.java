package dev.muster.domain.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what is on the page, in the list's order
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something made from each item. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), total);
    }
}
