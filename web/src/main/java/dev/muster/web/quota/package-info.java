/** Quotas on the pages of tenants. */
package dev.muster.web.quota;
