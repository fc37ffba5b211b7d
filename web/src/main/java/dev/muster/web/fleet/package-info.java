/** The pages that search devices, rotate their credentials, and show who has not joined yet. */
package dev.muster.web.fleet;
