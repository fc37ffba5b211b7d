/** Which organizations may enroll devices of a manufacturer, and the notices that they get. */
package dev.muster.ejb.enrollment.allowlist;
