package dev.muster.ejb.enrollment.row;

/**
 * Where a row is shown, in file order.
 *
 * @param row its number in the file, from 1
 * @param page from 0
 */
public record RowPlace(int row, int page) {}
