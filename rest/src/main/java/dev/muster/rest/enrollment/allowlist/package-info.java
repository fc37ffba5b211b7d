/** The list of allowed organizations over HTTP. */
package dev.muster.rest.enrollment.allowlist;
