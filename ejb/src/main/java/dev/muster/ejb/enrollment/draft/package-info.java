/** Changes the rows of a draft, checks them against each other, and undoes changes. */
package dev.muster.ejb.enrollment.draft;
