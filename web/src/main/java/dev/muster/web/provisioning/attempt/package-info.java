/** The pages of provisioning attempts. */
package dev.muster.web.provisioning.attempt;
