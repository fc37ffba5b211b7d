/** The rows of imports over HTTP. */
package dev.muster.rest.enrollment.row;
