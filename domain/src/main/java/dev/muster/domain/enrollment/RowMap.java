package dev.muster.domain.enrollment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which rows an import has, and which of them are invalid, as two compressed bitmaps over the row numbers. It answers
 * in microseconds what would otherwise be a scan of a million rows: which rows are on a page, which pages have invalid
 * cells, where the next invalid row is. Every change of rows changes the map in the same transaction.
 */
@Entity
@Table(name = "enrollment_row_map")
public class RowMap {

    @Id
    @Column(name = "batch_id")
    private UUID importId;

    @Column(name = "present_rows")
    private byte[] presentRows;

    @Column(name = "invalid_rows")
    private byte[] invalidRows;

    @Transient
    private @Nullable RoaringBitmap present;

    @Transient
    private @Nullable RoaringBitmap invalid;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields
    protected RowMap() {}

    /** A map of rows that are all valid, as far as anybody knows. */
    public RowMap(UUID importId, RoaringBitmap rows) {
        this.importId = importId;
        write(rows, new RoaringBitmap());
    }

    /** A map of the rows of a new file, numbered from 1 without gaps. */
    public static RowMap ofFile(UUID importId, int rows) {
        RoaringBitmap all = new RoaringBitmap();
        all.add(1L, rows + 1L);
        return new RowMap(importId, all);
    }

    /** How many rows there are. */
    public int count() {
        return present().getCardinality();
    }

    /** How many of them are invalid. */
    public int invalidCount() {
        return invalid().getCardinality();
    }

    /** The numbers of the rows on a page in file order, ascending: of all rows, or of the invalid rows only. */
    public List<Integer> page(boolean invalidOnly, int offset, int size) {
        RoaringBitmap rows = invalidOnly ? invalid() : present();
        int end = Math.min(rows.getCardinality(), offset + size);
        return offset >= end
                ? List.of()
                : IntStream.range(offset, end).mapToObj(rows::select).toList();
    }

    /** The page of an existing row, from 0. */
    public int pageOf(int row, int size) {
        return (present().rank(row) - 1) / size;
    }

    /**
     * The next invalid row after this row; after the last row it begins again at the top. Empty if every row is valid.
     */
    public OptionalInt nextInvalid(int row) {
        if (invalid().isEmpty()) {
            return OptionalInt.empty();
        }
        long next = invalid().nextValue(row + 1);
        return OptionalInt.of(next >= 0 ? (int) next : invalid().first());
    }

    /** Invalid rows that are evenly spread over all of them, ascending, at most so many. */
    public List<Integer> someInvalid(int atMost) {
        int all = invalidCount();
        int some = Math.min(all, atMost);
        return IntStream.range(0, some)
                .mapToObj(i -> invalid().select((int) ((long) i * all / some)))
                .toList();
    }

    /** The pages that hold invalid cells in file order, at this page size. */
    public InvalidPages invalidPages(int size, int maxRanges) {
        PageRangesBuilder ranges = new PageRangesBuilder(maxRanges);
        long row = invalid().isEmpty() ? -1 : invalid().first();
        while (row >= 0) {
            int page = pageOf((int) row, size);
            ranges.add(page);
            int next = (page + 1) * size;
            row = next < count() ? invalid().nextValue(present().select(next)) : -1;
        }
        return ranges.build();
    }

    /** Stores which of the judged rows are invalid now, and ignores rows that the import does not have. */
    public void judge(Collection<Integer> judged, Collection<Integer> nowInvalid) {
        RoaringBitmap changed = invalid().clone();
        judged.forEach(changed::remove);
        nowInvalid.forEach(changed::add);
        changed.and(present());
        write(present(), changed);
    }

    /** Stores that these rows are invalid, and all other rows are valid. */
    public void judgeAll(RoaringBitmap nowInvalid) {
        RoaringBitmap known = nowInvalid.clone();
        known.and(present());
        write(present(), known);
    }

    /** Removes rows. */
    public void remove(Collection<Integer> rows) {
        removeAll(RoaringBitmap.bitmapOf(toArray(rows)));
    }

    /** Removes rows. */
    public void removeAll(RoaringBitmap rows) {
        write(RoaringBitmap.andNot(present(), rows), RoaringBitmap.andNot(invalid(), rows));
    }

    /** Puts rows back, valid until they are judged. */
    public void restore(Collection<Integer> rows) {
        RoaringBitmap all = present().clone();
        all.add(toArray(rows));
        write(all, invalid());
    }

    /** A copy of the row numbers. */
    public RoaringBitmap rows() {
        return present().clone();
    }

    private static int[] toArray(Collection<Integer> rows) {
        int[] numbers = rows.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(numbers);
        return numbers;
    }

    private void write(RoaringBitmap nowPresent, RoaringBitmap nowInvalid) {
        present = nowPresent;
        invalid = nowInvalid;
        presentRows = RowNumbers.toBytes(nowPresent);
        invalidRows = RowNumbers.toBytes(nowInvalid);
    }

    private RoaringBitmap present() {
        if (present == null) {
            present = RowNumbers.fromBytes(presentRows);
        }
        return present;
    }

    private RoaringBitmap invalid() {
        if (invalid == null) {
            invalid = RowNumbers.fromBytes(invalidRows);
        }
        return invalid;
    }
}
