/** What others did that concerns an organization, and what the organization is told of it. */
@NullMarked
package dev.muster.domain.notice;

import org.jspecify.annotations.NullMarked;
