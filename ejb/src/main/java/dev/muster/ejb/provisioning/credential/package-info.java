/** What a device authenticates with: credentials and certificates by an organization's issuing CA. */
@NullMarked
package dev.muster.ejb.provisioning.credential;

import org.jspecify.annotations.NullMarked;
