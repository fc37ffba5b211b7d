/** Reads JSON strictly and says where it is wrong. */
package dev.muster.domain.shared.json;
