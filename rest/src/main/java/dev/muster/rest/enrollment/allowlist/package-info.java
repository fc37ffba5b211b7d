/** The list of allowed organizations, and notices, over HTTP. */
package dev.muster.rest.enrollment.allowlist;
