/** Provisioning attempts over HTTP. */
package dev.muster.rest.provisioning.attempt;
