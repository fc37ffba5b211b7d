/** The page of allowed organizations. */
package dev.muster.web.enrollment.allowlist;
