/** The use cases of an import: upload it, repair it, commit it, discard it. */
package dev.muster.ejb.enrollment;
