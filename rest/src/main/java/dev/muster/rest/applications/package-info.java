/** Applications of an organization: groups of devices with a dashboard. */
package dev.muster.rest.applications;
