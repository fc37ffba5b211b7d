/** Streams a file into rows, for a few organizations at a time. */
package dev.muster.ejb.enrollment.upload;
