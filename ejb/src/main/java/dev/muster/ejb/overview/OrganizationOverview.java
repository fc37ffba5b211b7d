package dev.muster.ejb.overview;

import dev.muster.domain.overview.Activity;
import dev.muster.domain.overview.FleetTotals;
import java.time.Instant;
import java.util.List;

/**
 * How the fleet of an organization is doing. It has only values, so that two of them can be compared.
 *
 * @param messages telemetry messages
 * @param refusals refused attempts by outcome, the most frequent first
 * @param refusedSince the time since which the refused attempts are counted
 * @param imports the last committed imports, the newest first
 */
public record OrganizationOverview(
        FleetTotals totals,
        Activity joins,
        Activity messages,
        List<OutcomeCount> refusals,
        Instant refusedSince,
        OpenTasks tasks,
        List<RecentImport> imports) {}
