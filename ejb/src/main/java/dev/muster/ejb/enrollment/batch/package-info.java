/** Imports as wholes: their steps from status to status, and who works on which of them. */
package dev.muster.ejb.enrollment.batch;
