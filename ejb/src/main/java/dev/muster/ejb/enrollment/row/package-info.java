/** Stores, searches and marks the rows of imports. */
package dev.muster.ejb.enrollment.row;
