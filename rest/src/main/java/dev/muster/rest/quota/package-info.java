/** Quotas over HTTP, as members of tenants. */
package dev.muster.rest.quota;
