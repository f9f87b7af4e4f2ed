package io.crosswalk.reconcile;

import io.crosswalk.rules.SyncRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How reconcile goes about its work. */
@ConfigMapping(prefix = "crosswalk.reconcile")
public interface ReconcileConfig {

    /**
     * How far the cursors stay behind now, so that what was looked at within that time is looked at
     * again: HubSpot's search shows changes late, and both CRMs' stamps are coarse.
     */
    @WithDefault("PT5M")
    Duration overlap();

    /** How long a due link is left to the stream before it is driven again. */
    @WithDefault("PT2M")
    Duration redriveAfter();

    /** Pages per object and side in one run; the next run goes on at the cursor. */
    @WithDefault("50")
    int pagesMax();

    /**
     * For how long a run catches up, all objects together; every side of every object gets its
     * share, and at least a page. The rest of the function's time is left to what comes after:
     * health, releases, drift, the audit and backfills.
     */
    @WithDefault("PT2M")
    Duration catchUpFor();

    /** How often the mappings of an object are held against the CRMs' metadata at most. */
    @WithDefault("PT5M")
    Duration healthEvery();

    /**
     * How long after a change of metadata refused values are tried again: until then a function may
     * still work with what it read before, and would refuse them again. Twice the age that metadata
     * reaches in a function, and a bit.
     */
    @WithDefault("PT12M")
    Duration metadataSettledAfter();

    /**
     * How many refused values of a mapping one check has tried again; the next one goes on. And how
     * many of an object one run tries because somebody asked for all.
     */
    @WithDefault("1000")
    int healthRetriesMax();

    /**
     * Rules of which HubSpot's history is asked after each write whether it overwrote an edit that
     * no webhook told of. By default those under which HubSpot's edit would have counted; with all
     * of them the journal is complete too, for 1/50 of a call per written record.
     */
    @WithDefault("TWO_WAY,PREFER_HUBSPOT_UNLESS_BLANK")
    Set<SyncRule> checkedRules();

    /** How long webhooks have to tell of such an edit before. */
    @WithDefault("PT1M")
    Duration writesCheckedAfter();
}
