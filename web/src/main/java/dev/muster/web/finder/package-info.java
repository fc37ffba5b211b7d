/** The search over everything that a user may see. */
package dev.muster.web.finder;
