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

    private PageRequest shown;

    /** The page that was read to count the list; it is the one to show if the table is on the same page as before. */
    private transient Page<T> counted;

    public PagedModel(Source<T> source) {
        this(source, PageRequest.DEFAULT_SIZE);
    }

    /** @param rows of the table at first, so that its first page is read once */
    public PagedModel(Source<T> source, int rows) {
        this.source = source;
        this.shown = new PageRequest(0, rows);
    }

    /** The page that was loaded last. */
    public PageRequest shown() {
        return shown;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        counted = source.page(shown);
        return Math.toIntExact(counted.total());
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        PageRequest wanted = new PageRequest(Math.max(0, first) / pageSize, pageSize);
        Page<T> page = counted != null && wanted.equals(shown) ? counted : source.page(wanted);
        counted = null;
        shown = wanted;
        setRowCount(Math.toIntExact(page.total()));
        return page.items();
    }
}
