package dev.muster.web.shared;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A table that holds one page of a list at a time. */
public class PagedModel<T> extends LazyDataModel<T> {

    /** Where the table gets its pages from. */
    @FunctionalInterface
    public interface Source<T> extends Serializable {

        Page<T> page(PageRequest request);
    }

    private final Source<T> source;

    private PageRequest shown = new PageRequest(0, PageRequest.DEFAULT_SIZE);

    public PagedModel(Source<T> source) {
        this.source = source;
    }

    /** The page that was loaded last. */
    public PageRequest shown() {
        return shown;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(source.page(new PageRequest(0, 1)).total());
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        shown = new PageRequest(Math.max(0, first) / pageSize, pageSize);
        Page<T> page = source.page(shown);
        setRowCount(Math.toIntExact(page.total()));
        return page.items();
    }
}
