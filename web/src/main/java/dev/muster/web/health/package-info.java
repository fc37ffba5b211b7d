/** Whether the platform can work, for operators. */
package dev.muster.web.health;
