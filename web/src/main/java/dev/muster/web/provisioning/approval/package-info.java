/** The page of approvals. */
package dev.muster.web.provisioning.approval;
