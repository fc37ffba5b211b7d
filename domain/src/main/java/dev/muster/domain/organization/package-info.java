/** Organizations: the tenants that own devices. */
package dev.muster.domain.organization;
