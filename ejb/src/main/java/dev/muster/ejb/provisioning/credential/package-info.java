/** What a device authenticates with: credentials and certificates by an organization's issuing CA. */
package dev.muster.ejb.provisioning.credential;
