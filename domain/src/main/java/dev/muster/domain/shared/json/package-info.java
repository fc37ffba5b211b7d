/** Strict reading of JSON, with the place of each fault. */
package dev.muster.domain.shared.json;
