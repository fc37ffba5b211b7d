/** The upload of a file, with its preview. */
package dev.muster.web.enrollment.upload;
