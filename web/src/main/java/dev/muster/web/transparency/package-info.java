/** The pages of the transparency log. */
package dev.muster.web.transparency;
