/** Pages of the applications and their dashboards. */
package dev.muster.web.applications;
