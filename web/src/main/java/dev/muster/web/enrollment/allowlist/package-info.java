/** The page of allowed organizations, and notices. */
package dev.muster.web.enrollment.allowlist;
