/** Credentials and certificates of devices over HTTP. */
package dev.muster.rest.provisioning.credential;
