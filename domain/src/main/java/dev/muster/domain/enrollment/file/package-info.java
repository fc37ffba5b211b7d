/** Reads an import file, finds its header, and writes reports and templates. */
package dev.muster.domain.enrollment.file;
