package dev.muster.web.shared;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import java.io.Serializable;

/** Where a table gets its pages from. */
@FunctionalInterface
public interface PageSource<T> extends Serializable {

    Page<T> page(PageRequest request);
}
