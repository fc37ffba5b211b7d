/** Shows the credentials and certificates of a device. */
package dev.muster.web.provisioning.credential;
