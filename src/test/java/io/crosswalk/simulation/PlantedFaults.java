package io.crosswalk.simulation;

import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Mistakes that an engine could make, put between the real one and its storage. */
enum PlantedFaults implements Planted {
    /** Nothing is noted before a write. */
    NO_INTENT {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public Map<RecordKey, Taken> intend(
                        Map<Link, Map<String, Intent>> intents, Instant until) {
                    Map<Link, Map<String, Intent>> none = new LinkedHashMap<>();
                    intents.keySet().forEach(link -> none.put(link, Map.of()));
                    return super.intend(none, until);
                }
            };
        }
    },
    /** The base is what will be written, before it is. */
    BASE_BEFORE_WRITE {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public Map<RecordKey, Taken> intend(
                        Map<Link, Map<String, Intent>> intents, Instant until) {
                    Map<Link, Map<String, Intent>> early = new LinkedHashMap<>();
                    intents.forEach(
                            (link, its) -> {
                                Map<String, Base> base = new HashMap<>();
                                its.forEach((id, intent) -> base.put(id, intent.after()));
                                early.put(link.withBase(base), Map.of());
                            });
                    return super.intend(early, until);
                }
            };
        }
    },
    /** What could not be written is not tried again. */
    DROPS_RETRIES {
        @Override
        public RecordStore store(RecordStore store) {
            return acknowledging(
                    store,
                    (link, its) ->
                            new Acknowledgement(
                                    its.base(),
                                    its.findings(),
                                    its.keptIntents(),
                                    its.keptHints()));
        }
    },
    /** After a time-out the write is believed not to have happened. */
    FORGETS_TIMEOUTS {
        @Override
        public RecordStore store(RecordStore store) {
            return acknowledging(
                    store,
                    (link, its) ->
                            new Acknowledgement(
                                    its.base(),
                                    its.findings(),
                                    Set.of(),
                                    its.keptHints(),
                                    its.again(),
                                    its.attempts()));
        }
    },
    /** Who was forgotten is not known as such afterwards. */
    FORGETS_THAT_IT_FORGOT {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
                    Map<RecordKey, Link> all = new LinkedHashMap<>(super.load(keys));
                    all.replaceAll((key, link) -> forgotten.contains(key) ? anew(link) : link);
                    return all;
                }

                private final Set<RecordKey> forgotten = new HashSet<>();

                @Override
                public boolean forget(Link link) {
                    return super.forget(link) && forgotten.add(link.key());
                }

                private static Link anew(Link link) {
                    return link.withHints(
                            link.due().hints().stream()
                                    .filter(it -> it.kind() != Noted.Kind.PRIVACY_DELETED)
                                    .toList());
                }
            };
        }
    },
    /** What was acknowledged is forgotten: every look is the first. */
    BASE_NOT_KEPT {
        @Override
        public RecordStore store(RecordStore store) {
            return acknowledging(
                    store,
                    (link, its) ->
                            new Acknowledgement(
                                    link.base(),
                                    its.findings(),
                                    its.keptIntents(),
                                    its.keptHints(),
                                    its.again(),
                                    its.attempts()));
        }
    },
    /** What waits is never woken. */
    NEVER_REDRIVES {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public List<RecordKey> overdue(Instant now, Duration after, int limit) {
                    return List.of();
                }
            };
        }
    },
    /** The journal is told of nothing that overwrote a value. */
    JOURNAL_DROPS_REJECTIONS {
        @Override
        public Journal journal(Journal journal) {
            return new PassingJournal(journal) {
                @Override
                public void write(Collection<JournalEntry> entries) {
                    super.write(
                            entries.stream()
                                    .filter(e -> !e.verdict().note().equals("REJECTED"))
                                    .toList());
                }
            };
        }
    },
    /** A write that did not arrive still stands in the journal. */
    JOURNAL_NEVER_CORRECTED {
        @Override
        public Journal journal(Journal journal) {
            return new PassingJournal(journal) {
                @Override
                public void correct(
                        RecordKey link,
                        String at,
                        Outcome outcome,
                        @Nullable String code,
                        @Nullable String message) {}
            };
        }
    },
    /** A field's time is taken to be when something of its record was told of. */
    RECORD_LEVEL_TIMES {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public Map<RecordKey, Link> mark(
                        Map<RecordKey, List<Noted>> hints, Priority priority) {
                    Map<RecordKey, List<Noted>> late = new LinkedHashMap<>();
                    hints.forEach((key, its) -> late.put(key, atTheSameTime(its)));
                    return super.mark(late, priority);
                }
            };
        }
    },
    /** Nobody asks HubSpot what it held before. */
    HISTORIES_NOT_ASKED {
        @Override
        public boolean hidesHistories() {
            return true;
        }
    },
    /** Salesforce is written whatever has changed since the look. */
    WRITES_NOT_GUARDED {
        @Override
        public boolean ignoresGuards() {
            return true;
        }
    },
    /** A problem stays open when its cause is gone. */
    PROBLEMS_NEVER_CLOSED {
        @Override
        public ProblemStore problems(ProblemStore problems) {
            return new PassingProblems(problems) {
                @Override
                public void closeAllOf(
                        RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {}

                @Override
                public void close(Collection<ProblemId> ids) {}
            };
        }
    },
    /** Nobody is told of what could not be written. */
    PROBLEMS_NOT_TOLD {
        @Override
        public ProblemStore problems(ProblemStore problems) {
            return new PassingProblems(problems) {
                @Override
                public void raise(Collection<Problem.Found> found) {}
            };
        }
    },
    /** Where several records may be meant, nobody is asked. */
    AMBIGUITY_NOT_TOLD {
        @Override
        public ProblemStore problems(ProblemStore problems) {
            return new PassingProblems(problems) {
                @Override
                public void raise(Collection<Problem.Found> found) {
                    super.raise(
                            found.stream()
                                    .filter(each -> each.id().code() != ProblemCode.AMBIGUOUS_MATCH)
                                    .toList());
                }
            };
        }
    },
    /** A pair stays with the record that was merged away. */
    FOLLOWS_NO_MERGE {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public boolean move(Pair pair, Side merged, String winnerId, List<Noted> hints) {
                    return false;
                }
            };
        }
    },
    /** What waits for a company is not looked at again when that gets a partner. */
    NOBODY_WAITS_FOR_COMPANIES {
        @Override
        public AwaitedPartners awaited(AwaitedPartners awaited) {
            return new AwaitedPartners() {
                @Override
                public void await(Map<RecordKey, Set<Waiting>> waiting) {}

                @Override
                public Map<RecordKey, List<Waiting>> of(Collection<RecordKey> keys, int limit) {
                    return awaited.of(keys, limit);
                }

                @Override
                public void release(RecordKey company, Collection<Waiting> waiting) {
                    awaited.release(company, waiting);
                }
            };
        }
    },
    /** It is not noticed that somebody sets back what we write. */
    ANSWERS_NOT_COUNTED {
        @Override
        public RecordStore store(RecordStore store) {
            return acknowledging(
                    store,
                    (link, its) ->
                            new Acknowledgement(
                                    its.base(),
                                    unanswered(its.findings()),
                                    its.keptIntents(),
                                    its.keptHints(),
                                    its.again(),
                                    its.attempts()));
        }
    },
    /** What HubSpot took off a contact with its company is taken for cleared by a person. */
    DELETED_COMPANIES_TAKEN_FOR_THERE {
        @Override
        public boolean readsDeletedCompanies() {
            return true;
        }
    },
    /** Two functions write the same link and neither is refused. */
    TURNS_NOT_CHECKED {
        @Override
        public RecordStore store(RecordStore store) {
            return new PassingStore(store) {
                @Override
                public Map<RecordKey, Taken> intend(
                        Map<Link, Map<String, Intent>> intents, Instant until) {
                    Map<RecordKey, Link> now =
                            load(intents.keySet().stream().map(Link::key).toList());
                    Map<Link, Map<String, Intent>> forced = new LinkedHashMap<>();
                    intents.forEach(
                            (link, its) -> forced.put(turn(link, now.get(link.key()).due()), its));
                    return super.intend(forced, until);
                }

                @Override
                public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> all) {
                    Map<RecordKey, Link> now = load(all.keySet().stream().map(Link::key).toList());
                    Map<Link, Acknowledgement> forced = new LinkedHashMap<>();
                    all.forEach(
                            (link, its) -> forced.put(turn(link, now.get(link.key()).due()), its));
                    return super.acknowledge(forced);
                }
            };
        }
    };

    private static Findings unanswered(Findings findings) {
        Map<String, RecentWrites> writes = new HashMap<>(findings.writes());
        writes.replaceAll(
                (id, its) ->
                        new RecentWrites(
                                its.writes().stream().map(PlantedFaults::carried).toList(),
                                its.quarantined(),
                                its.forgivenUntil()));
        return findings.withWrites(writes);
    }

    private static RecentWrites.Write carried(RecentWrites.Write write) {
        return new RecentWrites.Write(
                write.side(), write.at(), RecentWrites.Kind.CARRIED, write.value());
    }

    /** A store that is told something else than what was done. */
    private static RecordStore acknowledging(
            RecordStore store, BiFunction<Link, Acknowledgement, Acknowledgement> told) {
        return new PassingStore(store) {
            @Override
            public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> all) {
                Map<Link, Acknowledgement> done = new LinkedHashMap<>();
                all.forEach((link, its) -> done.put(link, told.apply(link, its)));
                return super.acknowledge(done);
            }
        };
    }

    private static List<Noted> atTheSameTime(List<Noted> hints) {
        Instant newest =
                hints.stream().map(Noted::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        return hints.stream()
                .map(
                        hint ->
                                new Noted(
                                        hint.side(),
                                        hint.kind(),
                                        hint.name(),
                                        newest.plusSeconds(1),
                                        hint.ours(),
                                        hint.value()))
                .toList();
    }

    private static Link turn(Link link, Due now) {
        Due due = link.due();
        return with(
                link,
                new Due(
                        due.state(),
                        due.at(),
                        due.since(),
                        due.marks(),
                        new Link.Turn(now.turn().number(), null),
                        due.attempts(),
                        due.priority(),
                        due.hints()));
    }

    private static Link with(Link link, Due due) {
        return new Link(
                link.key(), link.partnerId(), due, link.base(), link.intents(), link.findings());
    }
}
