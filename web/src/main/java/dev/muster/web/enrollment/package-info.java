/** The pages of imports. */
package dev.muster.web.enrollment;
