/** Logs users in and guards every page and form. */
package dev.muster.web.security;
