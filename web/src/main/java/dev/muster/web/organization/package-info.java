/** The pages of organizations. */
package dev.muster.web.organization;
