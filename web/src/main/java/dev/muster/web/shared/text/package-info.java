/** The texts of the portal in the languages that it speaks. */
package dev.muster.web.shared.text;
