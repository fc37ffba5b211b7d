/** The page of notices, and the banner that leads to it. */
package dev.muster.web.notice;
