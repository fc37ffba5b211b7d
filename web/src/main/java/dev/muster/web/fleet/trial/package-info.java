/** What a manufacturer tries a certificate with: sample programs, and a light that says whether a device has joined. */
package dev.muster.web.fleet.trial;
